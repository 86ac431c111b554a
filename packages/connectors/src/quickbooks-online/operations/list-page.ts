import { DocumentRejected } from '@fieldledger/accounting'
import { queryRequest, quoted } from '../requests.ts'

/** developer.intuit.com "Query operations and syntax": at most 1000 rows a page, positions begin at 1. */
const rowsPerPage = 1000

interface PageAsked {
  step: string
  entity: string
  cursor: string | undefined
  /** A property, and what is somewhere in it. */
  has?: readonly [property: string, text: string | undefined]
}

/** Inactive rows are hidden unless they are asked for, and a link must know that its record became inactive. */
export function pageRequest({ step, entity, cursor, has: [property, text] = ['', undefined] }: PageAsked) {
  const only = text === undefined ? '' : ` and ${property} like ${quoted(`%${text.replaceAll('%', '')}%`)}`
  const rows = `select * from ${entity} where Active in (true, false)${only} orderby Id`
  return queryRequest(step, `${rows} startposition ${startOf(cursor)} maxresults ${rowsPerPage}`)
}

/** The rows as one page; the cursor counts what the service sent, also when not every row is wanted. */
export function pageOf<Row>(page: {
  sent: number
  rows: Row[]
  cursor: string | undefined
  rowsPerPage?: number
}) {
  const { sent, rows, cursor, rowsPerPage: most = rowsPerPage } = page
  return sent < most ? { rows } : { rows, next: String(startOf(cursor) + sent) }
}

export function startOf(cursor: string | undefined): number {
  if (cursor === undefined) return 1
  if (!/^[1-9]\d{0,8}$/.test(cursor))
    throw new DocumentRejected('This list was cut short by a wrong page mark. Begin the import again.')
  return Number(cursor)
}
