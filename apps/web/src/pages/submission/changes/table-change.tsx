import type { LineChange } from '@fieldledger/forms'
import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import classes from './changes.module.css'
import { LineChangeEntry } from './line-change-entry.tsx'
import { messages } from './messages.ts'

const shownAtOnce = 30

/** The lines of a material table that were added, removed or changed. */
export function TableChange({ lines, names }: { lines: LineChange[]; names: Record<string, string> }) {
  const [shown, setShown] = useState(shownAtOnce)
  if (lines.length === 0) return <Text>{messages.reordered}</Text>
  return (
    <>
      <ul className={classes.lines}>
        {lines.slice(0, shown).map((change) => {
          const { id } = change.kind === 'removed' ? change.before : change.after
          return <LineChangeEntry key={`${change.kind} ${id}`} change={change} names={names} />
        })}
      </ul>
      {lines.length > shown ? (
        <Button variant="subtle" onClick={() => setShown(shown + shownAtOnce)}>
          {messages.moreLines(lines.length - shown)}
        </Button>
      ) : null}
    </>
  )
}
