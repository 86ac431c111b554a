import type { SubmissionChangesView, SubmissionView } from '@fieldledger/contract'
import type { Field } from '@fieldledger/forms'
import { Money } from '@fieldledger/ui'
import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { FieldValueText } from '../field-value-text.tsx'
import classes from './changes.module.css'
import { messages } from './messages.ts'
import { OldAndNew } from './old-and-new.tsx'
import { TableChange } from './table-change.tsx'

/** Field by field: what stood there, what stands there now. */
export function ChangeList(props: { changes: SubmissionChangesView; content: SubmissionView['content'] }) {
  const { fields, names, total } = props.changes
  const changed = fields.flatMap((change) => {
    const field = props.content.fields.find(({ id }) => id === change.fieldId)
    return field === undefined ? [] : [{ field, change }]
  })
  if (changed.length === 0) return <Text c="dimmed">{messages.nothing}</Text>
  return (
    <div>
      {total.before.minor === total.after.minor ? null : (
        <Entry label={messages.total}>
          <OldAndNew before={<Money amount={total.before} />} after={<Money amount={total.after} />} />
        </Entry>
      )}
      {changed.map(({ field, change }) => (
        <Entry key={field.id} label={field.label}>
          {change.lines === undefined ? (
            <OldAndNew
              before={shown(field, { value: change.before, names })}
              after={shown(field, { value: change.after, names })}
            />
          ) : (
            <TableChange lines={change.lines} names={names} />
          )}
        </Entry>
      ))}
    </div>
  )
}

function Entry({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className={classes.field} aria-label={label}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      {children}
    </section>
  )
}

function shown(field: Field, at: { value: unknown; names: Record<string, string> }): ReactNode {
  return at.value === undefined ? undefined : <FieldValueText field={field} {...at} />
}
