import { Checkbox } from '@mantine/core'
import type { Selection } from './selection.ts'

/** Marks its row; a click on it does not open the row. */
export function RowBox<Row>(props: { row: Row; id: string; selection: Selection<Row> }) {
  const { row, id, selection } = props
  if (!selection.selectable(row)) return null
  return (
    <Checkbox
      aria-label={selection.label(row)}
      checked={selection.ids.has(id)}
      onClick={(event) => event.stopPropagation()}
      onChange={() => selection.onToggle(row)}
    />
  )
}
