import { ImportReportView, pageOf } from '@fieldledger/contract'
import { Type } from 'typebox'
import { sendCsv } from '../csv/send-csv.ts'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'
import { Missing } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'

/** What files did to the lists of the catalogue. */
export function importRoutes({ imports }: Pick<LedgerDoors, 'imports'>): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/imports',
      policy: 'catalogue.read',
      summary: 'Lists what files did to a list of the catalogue',
      query: Type.Object({ list: Type.Optional(Type.String({ maxLength: 30 })) }),
      answer: pageOf(ImportReportView),
      handler: async ({ scope, query }) => {
        const found = await imports.list(scope, { ...query, limit: 20 })
        const rows = found.map(({ id, list, fileName, by, at, counts }) => ({
          id,
          list,
          fileName,
          by: by.name,
          at: at.toISOString(),
          counts: counts as ImportReportView['counts'],
        }))
        return { rows }
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/imports/:id/report.csv',
      policy: 'catalogue.read',
      summary: 'Hands out what a file did, row by row',
      answer: { bytes: 'text/csv' },
      handler: async ({ scope, params, reply }) => {
        const text = await imports.file(scope, params.id)
        if (text === undefined) throw new Missing()
        sendCsv(reply, { name: 'report.csv', text })
        return undefined
      },
    }),
  ]
}
