import { startWholeImport, stopWholeImport } from '@fieldledger/catalogue'
import { findConnection } from '@fieldledger/connections'
import { WholeImportView } from '@fieldledger/contract'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { LedgerDoors } from './ledger-doors.ts'
import { viewWholeImport } from './view-whole-import.ts'

/** The first time, and long lists: a worker reads page by page; it can be left, stopped and gone on with. */
export function wholeImportRoutes(doors: LedgerDoors): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/connections/:id/whole-import',
      policy: 'connection.read',
      summary: 'Shows how far the import of all lists is',
      answer: WholeImportView,
      handler: async ({ scope, params }) => {
        const which = { scope, connectionId: params.id }
        await findConnection(doors.connections, which)
        return viewWholeImport(doors, which)
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/connections/:id/whole-import',
      policy: 'catalogue.edit',
      summary: 'Had all lists of a ledger imported in the background, or went on where it was stopped',
      answer: WholeImportView,
      status: 202,
      handler: async ({ scope, params, person }) => {
        const which = { scope, connectionId: params.id }
        await startWholeImport({ ...doors.catalogue, wholeImports: doors.wholeImports }, { ...which, person })
        return viewWholeImport(doors, which)
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/connections/:id/whole-import/stop',
      policy: 'catalogue.edit',
      summary: 'Stopped the import of all lists; what was read stays',
      answer: WholeImportView,
      handler: async ({ scope, params }) => {
        const which = { scope, connectionId: params.id }
        await findConnection(doors.connections, which)
        await stopWholeImport(doors, which)
        return viewWholeImport(doors, which)
      },
    }),
  ]
}
