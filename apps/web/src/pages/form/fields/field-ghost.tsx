import type { FieldKind } from '@fieldledger/forms'
import { Text } from '@mantine/core'
import { fieldKinds } from '../messages.ts'
import { fieldIcons } from './field-icons.ts'
import classes from './fields-tab.module.css'

/** The picture of a new field that follows the pointer. */
export function FieldGhost({ kind }: { kind: FieldKind }) {
  const Icon = fieldIcons[kind]
  return (
    <div className={classes.ghost} data-field-ghost>
      <Icon size={18} stroke={1.6} aria-hidden />
      <Text size="sm" fw={600} component="span">
        {fieldKinds[kind].name}
      </Text>
    </div>
  )
}
