import type {
  CatalogueKind,
  CataloguePage,
  CatalogueQuery,
  CatalogueRecord,
  CatalogueRepository,
} from '@fieldledger/catalogue'
import { nameKey } from '@fieldledger/catalogue'
import type { CompanyScope } from '@fieldledger/workflow'
import { trusted } from 'mongoose'
import type { Database } from '../scope/connect-database.ts'
import { inTransaction } from '../scope/in-transaction.ts'
import { readCursor, writeCursor } from './catalogue-cursor.ts'
import { defineCatalogueModels } from './catalogue-models.ts'
import { toRecord } from './catalogue-records.ts'
import { changeNamed } from './change-named.ts'
import { type RecordFilter, searchCatalogue } from './search-catalogue.ts'

export function createCatalogueRepository(database: Database): CatalogueRepository {
  const { lists, links } = defineCatalogueModels(database.connection)

  async function filterOf(
    scope: CompanyScope,
    { kind, query }: { kind: CatalogueKind; query: CatalogueQuery },
  ): Promise<RecordFilter> {
    const { companyId } = scope
    const { linked } = query
    const ids =
      linked === undefined
        ? undefined
        : await links.distinct('ourId', {
            companyId,
            kind: kind as 'vendor',
            active: true,
            ...(linked.ledger === undefined ? {} : { ledger: linked.ledger }),
          })
    return {
      companyId,
      archived: query.archived ?? false,
      ...(query.state === undefined ? {} : { state: query.state }),
      ...(ids === undefined ? {} : { _id: trusted(linked?.is ? { $in: ids } : { $nin: ids }) }),
    }
  }

  async function byName<Kind extends CatalogueKind>(
    filter: RecordFilter,
    { kind, query }: { kind: Kind; query: CatalogueQuery },
  ): Promise<CataloguePage<CatalogueRecord<Kind>>> {
    const after = readCursor(query.cursor)
    const later =
      after === undefined
        ? {}
        : {
            $or: [
              { nameKey: trusted({ $gt: after[0] }) },
              { nameKey: after[0], _id: trusted({ $gt: after[1] }) },
            ],
          }
    const found = await lists[kind]
      .find({ $and: [filter, later], companyId: filter.companyId })
      .sort({ nameKey: 1, _id: 1 })
      .limit(query.limit + 1)
      .lean()
    const rows = found.slice(0, query.limit)
    const last = rows.at(-1)
    return {
      rows: rows.map((row) => toRecord<Kind>(row)),
      ...(found.length > rows.length && last !== undefined ? { next: writeCursor(last) } : {}),
      total: await lists[kind].countDocuments(filter),
    }
  }

  return {
    async list(scope, which) {
      const filter = await filterOf(scope, which)
      const text = which.query.text?.trim() ?? ''
      if (text === '') return byName(filter, which)
      const found = await searchCatalogue(lists[which.kind], { filter, text, limit: which.query.limit })
      return { rows: found.map((row) => toRecord(row)), total: found.length }
    },
    async find({ companyId }, { kind, id }) {
      const found = await lists[kind].findOne({ companyId, _id: id }).lean()
      return found === null ? undefined : toRecord(found)
    },
    async findMany({ companyId }, { kind, ids }) {
      const found = await lists[kind].find({ companyId, _id: trusted({ $in: [...ids] }) }).lean()
      return found.map((row) => toRecord(row))
    },
    async all({ companyId }, kind) {
      const found = await lists[kind].find({ companyId, archived: false }).lean()
      return found.map((row) => toRecord(row))
    },
    async named({ companyId }, { kind, name }) {
      const found = await lists[kind].find({ companyId, archived: false, nameKey: nameKey(name) }).lean()
      return found.map((row) => toRecord(row))
    },
    async namedAny({ companyId }, { kind, names }) {
      const keys = trusted({ $in: [...new Set(names.map(nameKey))] })
      const found = await lists[kind].find({ companyId, archived: false, nameKey: keys }).lean()
      return found.map((row) => toRecord(row))
    },
    ...changeNamed(database),
    async redirectVendor({ companyId }, { from, into, at }) {
      const unmerged = { companyId, mergedInto: trusted({ $exists: false }) }
      return inTransaction(database, async (session) => {
        // Both are written, so that of two merges into each other one finds what the other did.
        const target = { ...unmerged, _id: into, archived: false }
        const taken = await lists.vendor.updateOne(target, { $set: { updatedAt: at } }, { session })
        if (taken.matchedCount === 0) return false
        const change = { $set: { mergedInto: into, archived: true, updatedAt: at } }
        const left = await lists.vendor.updateOne({ ...unmerged, _id: from }, change, { session })
        if (left.matchedCount === 0) return false
        await lists.vendor.updateMany({ companyId, mergedInto: from }, change, { session })
        return true
      })
    },
  }
}
