import { RemoteMark } from '@fieldledger/accounting'
import { importFromLedger, type LedgerList, searchLedger, syncItemsOrHandOver } from '@fieldledger/catalogue'
import { noteImported } from '@fieldledger/connections'
import {
  ImportAnswer,
  ImportRequest,
  RemoteAccountPage,
  RemoteItemPage,
  RemoteVendorPage,
  SyncItemsAnswer,
} from '@fieldledger/contract'
import type { CompanyScope } from '@fieldledger/workflow'
import { type TSchema, Type } from 'typebox'
import { readListQuery } from '../catalogue/list-query.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { LedgerDoors } from './ledger-doors.ts'

const Search = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200 })),
  /** Only what a document can name now. */
  active: Type.Optional(Type.Literal('only')),
})
const RemoteClassPage = Type.Object({
  rows: Type.Array(RemoteMark),
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
            activeOnly: query.active === 'only',
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
        audit({ after: body, changesNothing: !body.apply })
        const long = { wholeImports: doors.wholeImports, person }
        const wish = { scope, connectionId: params.id, ...body, long }
        const imported = await importFromLedger(doors.catalogue, wish)
        const done = imported.map(({ list }) => list)
        const previews = imported.map(({ list, rows }) => ({
          list,
          rows: rows.map(({ name: _name, change: _change, ...row }) => row),
        }))
        if (body.apply) {
          await noteImported(doors.connections, { scope, connectionId: params.id, lists: done })
          await doors.settleVendors(scope, person)
          await doors.tell(scope, { topic: 'catalogue' })
        }
        const underWay = body.lists.filter((list) => !done.includes(list))
        return { previews, applied: body.apply, underWay }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/connections/:id/sync-items',
      policy: 'catalogue.edit',
      summary: 'Sync Items: pair what is called the same, and take over what the ledger says of the pairs',
      answer: SyncItemsAnswer,
      handler: async ({ scope, params, person, audit }) => {
        const long = { wholeImports: doors.wholeImports, person }
        const items = await syncItemsOrHandOver(doors.catalogue, { scope, connectionId: params.id, long })
        if (items === undefined) return { rows: [], notMapped: 0, underWay: true }
        const rows = items.map(({ change: _change, seen: _seen, conflicts: _open, ...row }) => row)
        await noteImported(doors.connections, { scope, connectionId: params.id, lists: ['items'] })
        audit({ after: { changed: rows.filter(({ outcome }) => outcome !== 'not-mapped').length } })
        await doors.tell(scope, { topic: 'catalogue' })
        const notMapped = await countNotMapped(doors, { scope, connectionId: params.id })
        return { rows, notMapped, underWay: false }
      },
    }),
  ]
}

async function countNotMapped(
  doors: LedgerDoors,
  { scope, connectionId }: { scope: CompanyScope; connectionId: string },
): Promise<number> {
  const query = await readListQuery(doors, { scope, query: { show: 'unlinked', connectionId, limit: 1 } })
  return (await doors.catalogue.catalogue.list(scope, { kind: 'material', query })).total
}
