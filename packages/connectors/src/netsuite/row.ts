type Cell = string | number | boolean | null | undefined

/** A cell of a query's row, as text; empty is none. */
export function cellText(cell: Cell): string | undefined {
  return cell === undefined || cell === null || cell === '' ? undefined : String(cell)
}

/** SuiteQL writes yes and no as T and F. */
export function isYes(cell: Cell): boolean {
  return cell === true || cell === 'T'
}
