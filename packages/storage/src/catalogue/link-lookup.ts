import { ledgerKey } from '@fieldledger/accounting'
import type { LinkRecord } from '@fieldledger/catalogue'
import { wasAuthorised } from '@fieldledger/connections'
import type { LinkLookup } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import { trusted } from 'mongoose'
import { v7 } from 'uuid'
import { createConnectionRepository } from '../connections/connection-repository.ts'
import type { Database } from '../scope/connect-database.ts'
import { defineCatalogueModels } from './catalogue-models.ts'
import { followMerges } from './follow-merges.ts'
import { inside } from './inside.ts'

/** Links as the runtime asks for them: by connection, and by the ids that stand in the submission. */
export function createLinkLookup(database: Database): LinkLookup {
  const { lists, links } = defineCatalogueModels(database.connection)
  const connections = createConnectionRepository(database)

  async function ledgerOf(scope: CompanyScope, connectionId: string): Promise<string | undefined> {
    const connection = await connections.find(scope, connectionId)
    return connection !== undefined && wasAuthorised(connection) ? ledgerKey(connection) : undefined
  }

  return {
    async find({ scope, connectionId, kind, ids }) {
      const ledger = ids.length === 0 ? undefined : await ledgerOf(scope, connectionId)
      if (ledger === undefined) return new Map()
      const followed =
        kind === 'vendor'
          ? await followMerges(lists.vendor, { scope, ids })
          : new Map(ids.map((id) => [id, id]))
      const { companyId } = scope
      const found = await links
        .find({ companyId, ledger, kind, ourId: trusted({ $in: [...followed.values()] }) })
        .lean<Pick<LinkRecord, 'ourId' | 'remote' | 'active'>[]>()
      const linked = new Map(found.map(({ ourId, remote, active }) => [ourId, { ...remote, active }]))
      return new Map(
        [...followed].flatMap(([id, meant]) => {
          const link = linked.get(meant)
          return link === undefined ? [] : [[id, link] as const]
        }),
      )
    },
    async ourId({ scope, connectionId, kind, remoteId }) {
      const ledger = await ledgerOf(scope, connectionId)
      if (ledger === undefined) return undefined
      const { companyId } = scope
      const link = await links
        .findOne({ companyId, ledger, kind, 'remote.id': remoteId })
        .lean<Pick<LinkRecord, 'ourId'>>()
      return link?.ourId
    },
    async inactive({ scope, connectionId, kind, remoteIds }) {
      const ledger = remoteIds.length === 0 ? undefined : await ledgerOf(scope, connectionId)
      if (ledger === undefined) return new Set()
      const found = await links
        .find({
          companyId: scope.companyId,
          ledger,
          kind,
          'remote.id': trusted({ $in: [...remoteIds] }),
          active: false,
        })
        .lean<Pick<LinkRecord, 'remote'>[]>()
      return new Set(found.map(({ remote }) => remote.id))
    },
    async save({ scope, connectionId, kind, ourId, remote, origin, transaction }) {
      const ledger = await ledgerOf(scope, connectionId)
      if (ledger === undefined) return false
      const { companyId } = scope
      const taken = await links.exists({
        companyId,
        ledger,
        kind,
        'remote.id': remote.id,
        ourId: trusted({ $ne: ourId }),
      })
      if (taken !== null) return false
      await links.updateOne(
        { companyId, ledger, kind, ourId },
        {
          $set: { remote, active: true },
          $setOnInsert: { _id: v7(), companyId, ledger, kind, ourId, origin, linkedAt: new Date() },
        },
        { upsert: true, ...inside(transaction) },
      )
      return true
    },
  }
}
