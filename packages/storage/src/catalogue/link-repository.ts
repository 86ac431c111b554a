import type { ImportBatch, LinkableKind, LinkRecord, LinkRepository } from '@fieldledger/catalogue'
import { type ClientSession, trusted } from 'mongoose'
import { isDuplicateKey } from '../runtime/is-duplicate-key.ts'
import { type Stored, toEntity, toStored } from '../runtime/record.ts'
import type { Database } from '../scope/connect-database.ts'
import { inTransaction } from '../scope/in-transaction.ts'
import { defineCatalogueModels } from './catalogue-models.ts'
import { toStoredRecord } from './catalogue-records.ts'
import { ChangedMeanwhile, changeRecords } from './change-records.ts'
import { defineNameModel, holdNames, type NameClaim } from './hold-names.ts'
import { nameClaims } from './name-claims.ts'

export function createLinkRepository(database: Database): LinkRepository {
  const { lists, links } = defineCatalogueModels(database.connection)
  const names = defineNameModel(database.connection)
  const records = (found: readonly unknown[]) =>
    found.map((row) => toEntity<LinkRecord>(row as Stored<LinkRecord>))
  async function noteOwed(of: {
    companyId: string
    batch: ImportBatch
    session: ClientSession
  }): Promise<void> {
    const { companyId, session } = of
    const { kind, owes } = of.batch
    if (owes === undefined || kind === 'cost-code') return
    const ledger = trusted({ $in: [...owes.ledgers] })
    const ourId = trusted({ $in: [...owes.ourIds] })
    // Whether it was archived, too, stays known; that nobody was to send it again does not.
    const update = {
      $set: { 'owed.since': owes.owed.since },
      $unset: { 'owed.parked': 1, 'owed.dueAt': 1, 'owed.looks': 1 },
    }
    await links.updateMany({ companyId, kind, ledger, ourId, active: true }, update, { session })
  }

  async function noteAgreed(of: {
    companyId: string
    batch: ImportBatch
    session: ClientSession
  }): Promise<void> {
    const { companyId, batch, session } = of
    const writes = (batch.agreed ?? []).flatMap(
      ({ linkId, remote, active, seen, kept, conflicts, settles }) => [
        {
          updateOne: {
            filter: { companyId, _id: linkId },
            update: {
              $set: {
                ...{ 'remote.name': remote.name, active },
                ...(seen === undefined ? {} : { seen }),
                ...(kept === undefined ? {} : { kept: [...kept] }),
              },
              ...(conflicts.length > 0 ? {} : { $unset: { conflicts: 1 } }),
            },
          },
        },
        ...(conflicts.length > 0
          ? [
              {
                updateOne: {
                  filter: { companyId, _id: linkId },
                  update: { $set: { conflicts: [...conflicts] } },
                },
              },
            ]
          : []),
        ...(settles === undefined ? [] : [settling({ companyId, id: linkId, since: settles })]),
      ],
    )
    if (writes.length > 0) await links.bulkWrite(writes, { session })
  }

  return {
    async ofRecords({ companyId }, { kind, ids }) {
      return records(await links.find({ companyId, kind, ourId: trusted({ $in: [...ids] }) }).lean())
    },
    async ofLedger({ companyId }, { ledger, kind }) {
      return records(await links.find({ companyId, ledger, kind }).lean())
    },
    async byRemote({ companyId }, { ledger, kind, remoteId }) {
      return records(await links.find({ companyId, ledger, kind, 'remote.id': remoteId }).lean())[0]
    },
    async byRemotes({ companyId }, { ledger, kind, remoteIds }) {
      if (remoteIds.length === 0) return []
      const ids = trusted({ $in: [...remoteIds] })
      return records(await links.find({ companyId, ledger, kind, 'remote.id': ids }).lean())
    },
    async inConflict({ companyId }) {
      const found = links.find({ companyId, 'conflicts.field': trusted({ $exists: true }) })
      return records(await found.limit(500).lean())
    },
    async insertBatch({ companyId }, batch) {
      try {
        await inTransaction(database, async (session) => {
          const drops = trusted({ $in: [...(batch.drops ?? [])] })
          await links.deleteMany({ companyId, _id: drops }, { session })
          const list = lists[batch.kind]
          const renamed = await changeRecords(list, { companyId, session, changes: batch.changes ?? [] })
          const made = batch.records.map(toStoredRecord)
          const { kind, missingCurrency } = batch
          const claims: NameClaim[] = made
            .flatMap((record) => nameClaims(undefined, record))
            .map((claim) => ({ ...claim, missingCurrency }))
          await holdNames({ list, names }, { companyId, kind, session, claims: [...renamed, ...claims] })
          if (made.length > 0) await list.insertMany(made, { session })
          await links.insertMany(
            batch.links.map((link) => toStored(link, companyId)),
            { session },
          )
          await noteAgreed({ companyId, batch, session })
          await noteOwed({ companyId, batch, session })
        })
        return true
      } catch (error) {
        if (isDuplicateKey(error) || error instanceof ChangedMeanwhile) return false
        throw error
      }
    },
    async refresh({ companyId }, { ledger, kind, seen }) {
      if (seen.length === 0) return
      await links.bulkWrite(
        seen.map(({ remote, active, fields }) => ({
          updateOne: {
            filter: { companyId, ledger, kind, 'remote.id': remote.id },
            update: {
              $set: { 'remote.name': remote.name, active, ...(fields === undefined ? {} : { seen: fields }) },
            },
          },
        })),
      )
    },
    async owe({ companyId }, { id, owed }) {
      await links.updateOne(
        { companyId, _id: id },
        owed === undefined ? { $unset: { owed: 1 } } : { $set: { owed } },
      )
    },
    async lookAgain({ companyId }, { ledger, remoteIds, at }) {
      if (remoteIds.length === 0) return
      const kind = 'vendor' as const
      const pairs = { companyId, ledger, kind, 'remote.id': trusted({ $in: [...remoteIds] }) }
      const owing = {
        ...pairs,
        'owed.since': trusted({ $exists: true }),
        'owed.parked': trusted({ $ne: true }),
      }
      await links.updateMany(owing, { $set: { 'owed.since': at }, $unset: { 'owed.dueAt': 1 } })
      const quiet = { ...pairs, 'owed.since': trusted({ $exists: false }) }
      await links.updateMany(quiet, { $set: { owed: { since: at, looks: true } } })
    },
    async settle({ companyId }, { id, since }) {
      await links.bulkWrite([settling({ companyId, id, since })])
    },
    async remove({ companyId }, { ledger, kind, ourId }) {
      const removed = await links.deleteOne({ companyId, ledger, kind, ourId })
      return removed.deletedCount === 1
    },
    async count({ companyId }, ledger) {
      const counted = await links.aggregate<{ _id: LinkableKind; count: number }>([
        { $match: { companyId, ledger, active: true } },
        { $group: { _id: '$kind', count: { $sum: 1 } } },
      ])
      return Object.fromEntries(counted.map(({ _id, count }) => [_id, count]))
    },
  }
}

/** What was owed anew meanwhile stays owed. */
function settling({ companyId, id, since }: { companyId: string; id: string; since: Date }) {
  return {
    updateOne: { filter: { companyId, _id: id, 'owed.since': since }, update: { $unset: { owed: 1 } } },
  }
}
