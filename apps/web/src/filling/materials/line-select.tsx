import { ClearableSelect } from '@fieldledger/ui'
import { messages } from '../messages.ts'
import classes from './material-line.module.css'

/** One of our own short lists in a line; what is archived is not offered anew, and stays where it was chosen. */
export function LineSelect<Entry extends { id: string; archived: boolean }>(props: {
  label: string
  entries: readonly Entry[] | undefined
  nameOf: (entry: Entry) => string
  value: string | undefined
  error: string | undefined
  onPick: (id: string | undefined) => void
}) {
  const { entries = [], nameOf } = props
  return (
    <ClearableSelect
      size="md"
      className={classes.wide ?? ''}
      label={props.label}
      searchable
      clearLabel={messages.clearOf}
      value={props.value ?? null}
      error={props.error}
      data={entries
        .filter(({ archived, id }) => !archived || id === props.value)
        .map((entry) => ({ value: entry.id, label: nameOf(entry) }))}
      onChange={(id) => props.onPick(id ?? undefined)}
    />
  )
}
