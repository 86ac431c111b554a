import { RemoteReference } from '@fieldledger/accounting'
import { importFromLedger, type LedgerList, searchLedger } from '@fieldledger/catalogue'
import {
  ImportAnswer,
  ImportRequest,
  RemoteAccountPage,
  RemoteItemPage,
  RemoteVendorPage,
} from '@fieldledger/contract'
import { type TSchema, Type } from 'typebox'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { LedgerDoors } from './ledger-doors.ts'

const Search = Type.Object({ q: Type.Optional(Type.String({ maxLength: 200 })) })
const RemoteClassPage = Type.Object({
  rows: Type.Array(Type.Object({ ...RemoteReference.properties, active: Type.Boolean() })),
})

const lists: Record<string, { list: LedgerList; answer: TSchema }> = {
  vendors: { list: 'vendor.list', answer: RemoteVendorPage },
  items: { list: 'item.list', answer: RemoteItemPage },
  accounts: { list: 'account.list', answer: RemoteAccountPage },
  classes: { list: 'class.list', answer: RemoteClassPage },
}

/** The ledger's own lists: searched now for linking, imported with a preview. */
export function ledgerListRoutes(doors: LedgerDoors): Route[] {
  return [
    ...Object.entries(lists).map(([name, { list, answer }]) =>
      defineRoute({
        method: 'GET',
        path: `/connections/:id/remote/${name}`,
        policy: 'connection.read',
        summary: `Search ${name} in the ledger, now`,
        query: Search,
        answer,
        handler: async ({ scope, params, query }) => ({
          rows: await searchLedger(doors.catalogue, {
            scope,
            connectionId: (params as { id: string }).id,
            list,
            text: query.q ?? '',
          }),
        }),
      }),
    ),
    defineRoute({
      method: 'POST',
      path: '/connections/:id/import',
      policy: 'catalogue.edit',
      summary: 'Import lists from the ledger, or see what an import would do',
      body: ImportRequest,
      answer: ImportAnswer,
      handler: async ({ scope, params, body, person, audit }) => {
        const imported = await importFromLedger(doors.catalogue, { scope, connectionId: params.id, ...body })
        const previews = imported.map(({ list, rows }) => ({
          list,
          rows: rows.map(({ name: _name, ...row }) => row),
        }))
        audit({ after: body })
        if (body.apply) {
          await doors.settleVendors(scope, person)
          await doors.tell(scope, { topic: 'catalogue' })
        }
        return { previews, applied: body.apply }
      },
    }),
  ]
}
