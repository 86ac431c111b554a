import type { CatalogueKind } from '../records/catalogue-record.ts'
import { CatalogueRefused } from '../refusals/catalogue-refused.ts'
import { nameKey } from '../search/name-key.ts'
import { type FileColumn, fileColumns, idHeading } from './file-columns.ts'

export interface ReadHeadings {
  /** In the order of the file; undefined = a column that is ours to leave alone. */
  columns: readonly (FileColumn | 'id' | undefined)[]
  unread: readonly string[]
}

/** Which column of the file means which field. Columns may be left out, moved, or added for oneself. */
export function readHeadings(kind: CatalogueKind, headings: readonly string[]): ReadHeadings {
  const known = new Map<string, FileColumn | 'id'>([[nameKey(idHeading), 'id']])
  for (const column of fileColumns[kind]) known.set(nameKey(column.heading), column)
  const columns = headings.map((heading, at) => {
    const isFirst = headings.findIndex((other) => nameKey(other) === nameKey(heading)) === at
    return isFirst ? known.get(nameKey(heading)) : undefined
  })
  if (!columns.some((column) => column === 'id' || column?.field === 'name'))
    throw new CatalogueRefused('file-without-names')
  const unread = headings.filter((heading, at) => columns[at] === undefined && heading.trim() !== '')
  return { columns, unread }
}
