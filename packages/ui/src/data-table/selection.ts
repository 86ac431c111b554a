/** Rows that are marked, for what is done with several at once. The caller keeps which. */
export interface Selection<Row> {
  /** Over the boxes, for whoever hears the table. */
  heading: string
  ids: ReadonlySet<string>
  selectable: (row: Row) => boolean
  /** What the box of a row is called. */
  label: (row: Row) => string
  onToggle: (row: Row) => void
}
