import type { CatalogueChange } from '../ports/catalogue-repository.ts'
import type { CatalogueKind, CatalogueRecord } from '../records/catalogue-record.ts'
import { type FileLookup, readCell, writeCell } from './file-cells.ts'
import { type FileColumn, fileColumns } from './file-columns.ts'
import { createNameWatch, type NameWatch } from './name-watch.ts'
import { type ReadHeadings, readHeadings } from './read-headings.ts'
import { recordOfRow } from './record-of-row.ts'

export interface FileTable {
  headings: readonly string[]
  rows: readonly { line: number; cells: readonly string[] }[]
}

export interface PlannedFileRow {
  line: number
  outcome: 'new' | 'changed' | 'unchanged' | 'bad'
  name: string
  /** Of the record that it means; a new one has none yet. */
  id?: string
  /** As the file writes values. */
  changes: { field: string; heading: string; from: string; to: string }[]
  change: CatalogueChange<CatalogueKind>
  /** Why it is bad. */
  reason?: string
}

export interface FileKnowledge {
  kind: CatalogueKind
  /** Not archived. */
  ours: readonly CatalogueRecord[]
  lookup: FileLookup
  /** What the record may not be, in words. */
  problemOf(input: object): string | undefined
}

export interface PlannedFile {
  rows: PlannedFileRow[]
  unread: readonly string[]
}

/** What a file would do to a list, row by row; a bad row stops no other. Pure. */
export function planFile(table: FileTable, known: FileKnowledge): PlannedFile {
  const headings = readHeadings(known.kind, table.headings)
  const names = createNameWatch(known.ours)
  const find = recordOfRow(known)
  const lineOf = new Map<string, number>()
  const rows = table.rows.map(({ line, cells }) => {
    const read = readRow({ cells, headings, known })
    const found = find(read.texts)
    const start = { line, name: read.texts.get('name') ?? '', changes: [], change: {} }
    const bad = (reason: string): PlannedFileRow => ({ ...start, outcome: 'bad', reason })
    if ('problem' in found) return bad(found.problem)
    const { record } = found
    const earlier = record === undefined ? undefined : lineOf.get(record.id)
    if (earlier !== undefined) return bad(`Line ${earlier} is about the same record.`)
    const [problem] = read.problems
    if (problem !== undefined) return bad(problem)
    const planned = compare(start, { read, record, known })
    const unfit = planned.outcome === 'unchanged' ? undefined : problemOf(planned, { record, known, names })
    if (unfit !== undefined) return bad(unfit)
    names.take(planned, record)
    if (record !== undefined) lineOf.set(record.id, line)
    return planned
  })
  return { rows, unread: headings.unread }
}

/** What stands is left alone, however it came to be: only what would be written is looked at. */
function problemOf(
  planned: PlannedFileRow,
  on: { record: CatalogueRecord | undefined; known: FileKnowledge; names: NameWatch },
): string | undefined {
  const { record, known, names } = on
  return known.problemOf(inputOf(planned.change, { record, known })) ?? names.refuse(planned, record)
}

interface ReadRow {
  texts: ReadonlyMap<string, string>
  values: readonly { column: FileColumn; value: string | boolean | undefined }[]
  problems: readonly string[]
}

function readRow(row: { cells: readonly string[]; headings: ReadHeadings; known: FileKnowledge }): ReadRow {
  const texts = new Map<string, string>()
  const values: { column: FileColumn; value: string | boolean | undefined }[] = []
  const problems: string[] = []
  for (const [at, column] of row.headings.columns.entries()) {
    if (column === undefined) continue
    const text = (row.cells[at] ?? '').trim()
    texts.set(column === 'id' ? 'id' : column.field, text)
    if (column === 'id') continue
    const read = readCell(column, { text, lookup: row.known.lookup })
    if ('problem' in read) problems.push(read.problem)
    else values.push({ column, value: read.value })
  }
  return { texts, values, problems }
}

function compare(
  start: Pick<PlannedFileRow, 'line' | 'name' | 'changes' | 'change'>,
  { read, record, known }: { read: ReadRow; record: CatalogueRecord | undefined; known: FileKnowledge },
): PlannedFileRow {
  const before = (record ?? {}) as Record<string, unknown>
  const differs = read.values.filter(({ column, value }) => (before[column.field] ?? undefined) !== value)
  const write = (column: FileColumn, value: unknown) => writeCell(column, { value, lookup: known.lookup })
  const outcome = record === undefined ? 'new' : differs.length > 0 ? 'changed' : 'unchanged'
  return {
    ...start,
    name: start.name === '' ? (record?.name ?? '') : start.name,
    outcome,
    ...(record === undefined ? {} : { id: record.id }),
    changes: differs.map(({ column, value }) => ({
      field: column.field,
      heading: column.heading,
      from: write(column, before[column.field]),
      to: write(column, value),
    })),
    change: Object.fromEntries(differs.map(({ column, value }) => [column.field, value])),
  }
}

/** The whole record as it would be, for the one check of all fields. */
function inputOf(
  change: CatalogueChange<CatalogueKind>,
  { record, known }: { record: CatalogueRecord | undefined; known: FileKnowledge },
): object {
  const fields = fileColumns[known.kind].map(({ field }) => field)
  const entries = Object.entries({ ...record, ...change })
  return Object.fromEntries(entries.filter(([field, value]) => fields.includes(field) && value !== undefined))
}
