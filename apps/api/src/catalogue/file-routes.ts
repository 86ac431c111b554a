import { type CatalogueKind, fileColumns, fileRows, loadFile } from '@fieldledger/catalogue'
import { FileImportAnswer, FileImportRequest } from '@fieldledger/contract'
import type { TObject } from 'typebox'
import { readTable } from '../csv/read-table.ts'
import { type CsvColumns, streamCsv } from '../csv/stream-csv.ts'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import { fileProblem } from './file-problem.ts'
import { countsOf, keepReport, rowsToShow } from './file-report.ts'
import { ListQuery, readListQuery } from './list-query.ts'
import { wakeAll } from './wake-all.ts'

/** Each page reads all accounts and suppliers that rows may name. */
const pageSize = 10_000

/** A list as a file, and a list changed with a file: previewed, then done row by row, with a report. */
export function fileRoutes(
  doors: LedgerDoors,
  { list, kind, input }: { list: string; kind: CatalogueKind; input: TObject },
): Route[] {
  const ports = doors.catalogue
  const problemOf = fileProblem(kind, input)
  const headings = [...fileColumns[kind].map(({ heading }) => heading), 'Id']
  const columns: CsvColumns<Record<string, string>> = Object.fromEntries(
    headings.map((heading) => [heading, (row) => row[heading]]),
  )
  return [
    defineRoute({
      method: 'GET',
      path: `/${list}.csv`,
      policy: 'catalogue.read',
      summary: `Hands out ${list} as a CSV file`,
      query: ListQuery,
      answer: { bytes: 'text/csv' },
      handler: ({ scope, query, reply }) =>
        streamCsv(reply, {
          name: `${list}.csv`,
          columns,
          read: async (from) => {
            const asked = await readListQuery(doors, { scope, query: { ...query, ...from } })
            const page = await ports.catalogue.list(scope, { kind, query: { ...asked, limit: pageSize } })
            return { ...page, rows: await fileRows(ports, { scope, kind, records: page.rows }) }
          },
        }),
    }),
    defineRoute({
      method: 'POST',
      path: `/${list}/import`,
      policy: 'catalogue.edit',
      summary: `Change ${list} with a CSV file, or see what a file would change`,
      body: FileImportRequest,
      largeBody: true,
      answer: FileImportAnswer,
      handler: async ({ scope, body, person, audit }) => {
        const { file, fileName, apply } = body
        audit({ changesNothing: !apply })
        const plan = await loadFile(ports, { scope, kind, table: readTable(file), apply, problemOf })
        const counts = countsOf(plan.rows)
        audit({ after: { fileName, ...counts } })
        const answer = { applied: apply, counts, unread: [...plan.unread], rows: rowsToShow(plan.rows) }
        if (!apply) return answer
        const reportId = await keepReport(doors, { scope, person, list, fileName, rows: plan.rows })
        await wakeAll(doors, scope)
        await doors.tell(scope, { topic: 'catalogue' })
        return { ...answer, reportId }
      },
    }),
  ]
}
