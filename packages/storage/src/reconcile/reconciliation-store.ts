import type { Effect, ReconciledDocument, Reconciliation, ReconciliationStore } from '@fieldledger/runtime'
import { trusted } from 'mongoose'
import { type Bound, within } from '../runtime/bound.ts'
import { effectOf } from '../runtime/effect-store.ts'
import { type Stored, toEntity, toStored } from '../runtime/record.ts'
import type { RuntimeModels, StoredEffect } from '../runtime/runtime-models.ts'
import type { ReconciliationModels } from './reconciliation-models.ts'

export function createReconciliationStore(
  models: ReconciliationModels & Pick<RuntimeModels, 'effects'>,
  bound: Bound,
): ReconciliationStore {
  const { companyId } = bound.scope
  const options = within(bound)
  const one = async (filter: Record<string, unknown>): Promise<Reconciliation | undefined> => {
    const found = await models.reconciliations.findOne({ companyId, ...filter }, null, options).lean()
    return found === null ? undefined : toEntity<Reconciliation>(found as Stored<Reconciliation>)
  }
  const seenIn = async (place: { connectionId: string; month: string; pass: number }) => {
    const { connectionId, month, pass } = place
    const rows = await models.documents
      .find({ companyId, connectionId, month, pass }, { remoteId: 1 }, options)
      .lean()
    return new Set(rows.map(({ remoteId }) => remoteId))
  }
  return {
    get: (place) => one({ connectionId: place.connectionId, month: place.month }),
    byId: (id) => one({ _id: id }),
    async begin(fresh) {
      const { connectionId, month } = fresh
      const before = await one({ connectionId, month })
      if (before === undefined) {
        await models.reconciliations.insertMany([toStored(fresh, companyId)], options)
        return true
      }
      if (before.state === 'reading') return false
      const { id: _new, companyId: _own, pass: _first, ...rest } = fresh
      const begun = await models.reconciliations.updateOne(
        { companyId, _id: before.id, pass: before.pass },
        { $set: { ...rest, pass: before.pass + 1 }, $unset: { finishedAt: 1, message: 1 } },
        options,
      )
      return begun.matchedCount === 1
    },
    async move({ id, pass, at }, { message, ...to }) {
      const moved = await models.reconciliations.updateOne(
        { companyId, _id: id, pass, state: 'reading', 'at.kind': at.kind, 'at.cursor': at.cursor ?? null },
        {
          $set: { ...to, ...(typeof message === 'string' ? { message } : {}) },
          ...(message === null ? { $unset: { message: 1 } } : {}),
        },
        options,
      )
      return moved.matchedCount === 1
    },
    async put(rows) {
      for (const { id, companyId: _own, ...row } of rows) {
        const { connectionId, month, remoteId, says } = row
        const place = { companyId, connectionId, month, remoteId }
        await models.documents.updateOne(
          { ...place, says: trusted({ $ne: says }) },
          { $unset: { setAside: 1 } },
          options,
        )
        await models.documents.updateOne(
          place,
          { $set: row, $setOnInsert: { _id: id } },
          { upsert: true, ...options },
        )
      }
    },
    async unseen({ connectionId, month, pass, limit }) {
      const seen = await seenIn({ connectionId, month, pass })
      const dated = trusted({ $gte: `${month}-01`, $lte: `${month}-31` })
      const sent = await models.effects
        .find(
          {
            companyId,
            connectionId,
            operation: 'create',
            state: 'confirmed',
            'target.kind': 'document',
            'confirmation.document.date': dated,
          },
          { 'confirmation.reference.id': 1 },
          options,
        )
        .lean<Pick<StoredEffect, '_id' | 'confirmation'>[]>()
      const missing = sent
        .filter(({ confirmation }) => !seen.has(confirmation?.reference.id ?? ''))
        .slice(0, limit)
      const found = await models.effects
        .find({ companyId, _id: trusted({ $in: missing.map(({ _id }) => _id) }) }, null, options)
        .lean()
      return found.map((effect): Effect => effectOf(effect as StoredEffect))
    },
    async forget({ connectionId, month, pass }) {
      const earlier = { companyId, connectionId, month, pass: trusted({ $lt: pass }) }
      await models.documents.deleteMany(earlier, options)
    },
    async rows({ connectionId, month }) {
      const found = await models.documents.find({ companyId, connectionId, month }, null, options).lean()
      return found.map(rowOf)
    },
    async setAside({ id, aside }) {
      const found = await models.documents
        .findOneAndUpdate(
          { companyId, _id: id },
          aside === null ? { $unset: { setAside: 1 } } : { $set: { setAside: aside } },
          { returnDocument: 'after', ...options },
        )
        .lean()
      return found === null ? undefined : rowOf(found)
    },
  }
}

function rowOf(found: unknown): ReconciledDocument {
  return toEntity<ReconciledDocument>(found as Stored<ReconciledDocument>)
}
