import type { CatalogueKind, Material, Project, Vendor } from '@fieldledger/catalogue'
import type { CatalogueListName, CatalogueLookup, ListedId, PeopleLookup } from '@fieldledger/runtime'
import { trusted } from 'mongoose'
import { groupBy } from '../grouping/group-by.ts'
import { shareNames } from '../grouping/shared-reads.ts'
import type { Database } from '../scope/connect-database.ts'
import { defineCatalogueModels } from './catalogue-models.ts'
import { toStoredRecord } from './catalogue-records.ts'
import { createCatalogueRepository } from './catalogue-repository.ts'
import { followMerges } from './follow-merges.ts'
import { inside } from './inside.ts'

const kinds: readonly CatalogueKind[] = ['vendor', 'material', 'customer', 'project', 'cost-code', 'account']

/** What the runtime asks about records of the catalogue, whichever list they stand in. */
export function createCatalogueLookup(parts: { database: Database; people: PeopleLookup }): CatalogueLookup {
  const { lists } = defineCatalogueModels(parts.database.connection)
  const repository = createCatalogueRepository(parts.database)

  const names = shareNames(async ({ scope, ids }) => {
    if (ids.length === 0) return new Map()
    const { companyId } = scope
    const filter = { companyId, _id: trusted({ $in: [...ids] }) }
    const found = await Promise.all(kinds.map((kind) => lists[kind].find(filter, { name: 1 }).lean()))
    const named = new Map(found.flat().map((row) => [row._id, row.name]))
    const people = await parts.people.names({ scope, ids: ids.filter((id) => !named.has(id)) })
    return new Map([...named, ...people])
  })

  /** List and id in one → the list: of those that stand in that list. */
  const places = shareNames(async ({ scope, ids }) => {
    const { companyId } = scope
    const wanted = ids.map((place) => place.split('/') as [list: CatalogueListName, id: string])
    const found = await Promise.all(
      [...groupBy(wanted, ([list]) => list)].map(async ([list, own]) => {
        const filter = { companyId, _id: trusted({ $in: own.map(([, id]) => id) }) }
        const rows = await lists[kindOfList[list]].find(filter, { _id: 1 }).lean()
        return rows.map(({ _id }) => [placeOf({ list, id: _id }), list] as const)
      }),
    )
    return new Map(found.flat())
  })

  return {
    names,
    async materials({ scope, ids }) {
      const found: Material[] = await repository.findMany(scope, { kind: 'material', ids })
      return new Map(found.map((material) => [material.id, material]))
    },
    async vendors({ scope, ids }) {
      const followed = await followMerges(lists.vendor, { scope, ids })
      const meant = [...new Set(followed.values())]
      const found: Vendor[] = await repository.findMany(scope, { kind: 'vendor', ids: meant })
      const facts = new Map(
        found.map((vendor) => [
          vendor.id,
          { ...vendor, state: vendor.archived ? ('archived' as const) : vendor.state },
        ]),
      )
      return new Map(
        ids.flatMap((id) => {
          const vendor = facts.get(followed.get(id) ?? id)
          return vendor === undefined ? [] : [[id, vendor] as const]
        }),
      )
    },
    async idsOf({ scope: { companyId }, list, names: called }) {
      const kind = isListName(list) ? kindOfList[list] : undefined
      if (kind === undefined || called.length === 0) return new Map()
      const wanted = [...called]
      const found = await lists[kind]
        .find(
          {
            companyId,
            archived: trusted({ $ne: true }),
            $or: [{ _id: trusted({ $in: wanted }) }, { name: trusted({ $in: wanted }) }],
          },
          { name: 1 },
        )
        .limit(2 * wanted.length)
        .lean()
      return onlyOnes(found.flatMap(({ _id, name }) => [[name, _id] as const, [_id, _id] as const]))
    },
    async projectCode({ scope, id }) {
      const project: Project | undefined = await repository.find(scope, { kind: 'project', id })
      return project?.code
    },
    async missing({ scope, used }) {
      const standing = await places({ scope, ids: [...new Set(used.map(placeOf))] })
      return used.filter((one) => !standing.has(placeOf(one)))
    },
    async propose({ scope, vendors, by, transaction }) {
      if (vendors.length === 0) return
      const { companyId } = scope
      const at = new Date()
      await lists.vendor.bulkWrite(
        vendors.map(({ id, name, phone }) => ({
          updateOne: {
            filter: { companyId, _id: id },
            update: { $setOnInsert: proposedVendor({ id, name, phone, companyId, by, at }) },
            upsert: true,
          },
        })),
        inside(transaction),
      )
    },
    async accept({ scope, vendorId, transaction }) {
      await lists.vendor.updateOne(
        { companyId: scope.companyId, _id: vendorId, state: 'proposed' },
        { $set: { state: 'active', updatedAt: new Date() } },
        inside(transaction),
      )
    },
  }
}

const kindOfList: Readonly<Record<CatalogueListName, CatalogueKind>> = {
  vendors: 'vendor',
  materials: 'material',
  customers: 'customer',
  projects: 'project',
  'cost-codes': 'cost-code',
  accounts: 'account',
}

function isListName(list: string): list is CatalogueListName {
  return Object.hasOwn(kindOfList, list)
}

function placeOf({ list, id }: ListedId): string {
  return `${list}/${id}`
}

/** What two are called names neither. */
function onlyOnes(pairs: readonly (readonly [string, string])[]): Map<string, string> {
  const twice = pairs.filter(([name, id]) => pairs.some((other) => other[0] === name && other[1] !== id))
  return new Map(pairs.filter((pair) => !twice.includes(pair)))
}

function proposedVendor(proposal: {
  id: string
  name: string
  phone: string | undefined
  companyId: string
  by: string
  at: Date
}) {
  const { id, companyId, at, phone } = proposal
  const vendor: Vendor = {
    id,
    companyId,
    name: proposal.name.trim(),
    ...(phone === undefined ? {} : { phone }),
    state: 'proposed',
    proposedBy: proposal.by,
    archived: false,
    createdAt: at,
    updatedAt: at,
  }
  const { _id, companyId: _companyId, ...fields } = toStoredRecord(vendor)
  return fields
}
