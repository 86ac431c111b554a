import { Text, VisuallyHidden } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './changes.module.css'
import { messages } from './messages.ts'

/** The old value struck out, an arrow, the new one; what came or went says "empty" on its other side. */
export function OldAndNew({ before, after }: { before: ReactNode; after: ReactNode }) {
  return (
    <div className={classes.pair}>
      <del className={classes.old}>
        <VisuallyHidden>{messages.before}</VisuallyHidden>
        {before ?? <Text c="dimmed">{messages.empty}</Text>}
      </del>
      <IconArrowRight size={16} className={classes.arrow} aria-hidden />
      <ins className={classes.new}>
        <VisuallyHidden>{messages.now}</VisuallyHidden>
        {after ?? <Text c="dimmed">{messages.empty}</Text>}
      </ins>
    </div>
  )
}
