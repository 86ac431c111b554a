import {
  archiveRecord,
  type CatalogueInput,
  type CatalogueKind,
  type CatalogueRecord,
  changeMaterial,
  changeVendor,
  createRecord,
  editRecord,
  findRecord,
} from '@fieldledger/catalogue'
import { pageOf } from '@fieldledger/contract'
import type { CompanyScope } from '@fieldledger/workflow'
import type { TObject, TSchema } from 'typebox'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import { fileRoutes } from './file-routes.ts'
import { ListQuery, readListQuery } from './list-query.ts'
import { viewRecords } from './view-records.ts'
import { wakeAll } from './wake-all.ts'

export interface ListDescription<Kind extends CatalogueKind> {
  /** The list's place in the address: "vendors". */
  list: string
  kind: Kind
  /** For sentences in audit and documentation: "a vendor". */
  one: string
  input: TObject
  view: TSchema
}

/** List, read, create, edit, archive and bring back: the same for every list of the catalogue. */
export function listRoutes<Kind extends CatalogueKind>(
  doors: LedgerDoors,
  { list, kind, one, input, view }: ListDescription<Kind>,
): Route[] {
  const place = `/${list}`
  const ports = doors.catalogue
  const viewOne = async (scope: CompanyScope, record: CatalogueRecord<Kind>): Promise<unknown> =>
    (await viewRecords(doors, { scope, kind, records: [record] }))[0]
  const changed = async (scope: CompanyScope, record: CatalogueRecord<Kind>) => {
    await doors.tell(scope, { topic: 'catalogue', id: record.id })
    return viewOne(scope, record)
  }
  /** A supplier is changed in its ledgers, too, and of an item what is kept here. */
  const inLedgersToo = async (wish: {
    scope: CompanyScope
    id: string
    becomes: CatalogueInput<Kind> | { archived: boolean }
    change(): Promise<CatalogueRecord<Kind>>
  }) => {
    if (kind === 'material')
      await changeMaterial(ports, wish as unknown as Parameters<typeof changeMaterial>[1])
    else if (kind !== 'vendor') return wish.change()
    else await changeVendor(ports, wish as unknown as Parameters<typeof changeVendor>[1])
    return findRecord(ports, { ...wish, kind })
  }
  const clears = Object.keys(input.properties)
  const inputOf = (body: unknown) => body as CatalogueInput<Kind>
  const archive = (archived: boolean) =>
    defineRoute({
      method: 'POST',
      path: `${place}/:id/${archived ? 'archive' : 'restore'}`,
      policy: 'catalogue.edit',
      summary: archived ? `Archive ${one}` : `Bring back ${one}`,
      answer: view,
      handler: async ({ scope, params, person }) => {
        const id = idOf(params)
        const change = () => archiveRecord(ports, { scope, kind, id, archived })
        const record = await inLedgersToo({ scope, id, becomes: { archived }, change })
        if (kind === 'vendor') await doors.settleVendors(scope, person)
        return changed(scope, record)
      },
    })

  return [
    defineRoute({
      method: 'GET',
      path: place,
      policy: 'catalogue.read',
      summary: `List and search ${list}`,
      query: ListQuery,
      answer: pageOf(view),
      handler: async ({ scope, query }) => {
        const page = await ports.catalogue.list(scope, {
          kind,
          query: await readListQuery(doors, { scope, query }),
        })
        return { ...page, rows: await viewRecords(doors, { scope, kind, records: page.rows }) }
      },
    }),
    defineRoute({
      method: 'GET',
      path: `${place}/:id`,
      policy: 'catalogue.read',
      summary: `Read ${one}`,
      answer: view,
      handler: async ({ scope, params }) =>
        viewOne(scope, await findRecord(ports, { scope, kind, id: idOf(params) })),
    }),
    defineRoute({
      method: 'POST',
      path: place,
      policy: 'catalogue.edit',
      summary: `Add ${one}`,
      body: input,
      answer: view,
      status: 201,
      handler: async ({ scope, body, audit }) => {
        const record = await createRecord(ports, { scope, kind, input: inputOf(body) })
        audit({ record: record.id, after: body })
        return changed(scope, record)
      },
    }),
    defineRoute({
      method: 'PUT',
      path: `${place}/:id`,
      policy: 'catalogue.edit',
      summary: `Edit ${one}`,
      body: input,
      answer: view,
      handler: async ({ scope, params, body, audit }) => {
        const id = idOf(params)
        const before = await findRecord(ports, { scope, kind, id })
        const input = inputOf(body)
        const change = () => editRecord(ports, { scope, kind, id, input, clears })
        const record = await inLedgersToo({ scope, id, becomes: input, change })
        audit({ before: pick(before, clears), after: body })
        await wakeAll(doors, scope)
        return changed(scope, record)
      },
    }),
    archive(true),
    archive(false),
    ...fileRoutes(doors, { list, kind, input }),
  ]
}

export function idOf(params: unknown): string {
  return String((params as { id: string }).id)
}

function pick(record: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)))
}
