import { ExplainedError, pageOf } from '@fieldledger/contract'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'

export function errorCatalogueRoutes({ connectors }: LedgerDoors): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/error-catalogue',
      policy: 'sync-log.read',
      summary: 'List what the refusals of the ledgers mean',
      answer: pageOf(ExplainedError),
      handler: () => ({
        rows: connectors.flatMap(({ id, label, errorCatalogue }) =>
          errorCatalogue.map((entry) => ({ ...entry, provider: id, providerLabel: label })),
        ),
      }),
    }),
  ]
}
