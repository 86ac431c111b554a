import type { Effect, EffectChange, EffectStore } from '@fieldledger/runtime'
import { trusted } from 'mongoose'
import { type Bound, within } from './bound.ts'
import { toEntity, toStored } from './record.ts'
import type { RuntimeModels, StoredEffect } from './runtime-models.ts'

const rightNow: Record<string, true> = { dueAt: true }
const finished = ['confirmed', 'superseded', 'stopped', 'rejected', 'needs-person']
/** What is looked through by thousands carries nothing of what it sends. */
const withoutBodies = { request: 0, frozen: 0, 'confirmation.document.lines': 0 }
// The type is said, as the index holds nothing else.
const waitsFor = (words: readonly string[]) => trusted({ $type: 'string', $in: [...words] })
const inTrouble = [
  { state: trusted({ $in: ['needs-person', 'rejected', 'unknown'] }) },
  { state: 'planned', waitingFor: waitsFor(['cure', 'connection', 'person']) },
  { state: 'confirmed', waitingFor: waitsFor(['connection', 'person']) },
  {
    state: 'confirmed',
    'confirmation.verified': 'differs',
    'confirmation.kept': trusted({ $ne: true }),
  },
]
const inDoubt = ['sending', 'unknown', 'not-created', 'needs-person']

export function createEffectStore(models: RuntimeModels, bound: Bound): EffectStore {
  const { companyId } = bound.scope
  const options = within(bound)
  const many = async (filter: Record<string, unknown>): Promise<Effect[]> => {
    const found = await models.effects
      .find({ companyId, ...filter }, null, options)
      .sort({ createdAt: 1, _id: 1 })
      .lean()
    return found.map((effect) => effectOf(effect as StoredEffect))
  }
  const one = async (filter: Record<string, unknown>): Promise<Effect | undefined> => (await many(filter))[0]

  return {
    async insert(effect) {
      const taken = await models.effects.exists({ companyId, key: effect.key }).session(bound.session ?? null)
      if (taken !== null) return false
      const { _id, companyId: _company, dueAt, ...fresh } = toStored<Effect>(effect, companyId)
      // Due by the server's clock: whoever plans it may have a wrong one.
      await models.effects.updateOne(
        { companyId, _id },
        {
          $setOnInsert: { ...fresh, claimedBy: null, ...(dueAt === null ? { dueAt } : {}) },
          ...(dueAt === null ? {} : { $currentDate: rightNow }),
        },
        { upsert: true, ...options },
      )
      return true
    },
    get: (id) => one({ _id: id }),
    byKey: (key) => one({ key }),
    ofSubmission: (submissionId) => many({ submissionId }),
    ofSubmissions: (ids) => many({ submissionId: trusted({ $in: [...ids] }) }),
    ofVendors: (ids) => many({ 'target.vendorId': trusted({ $in: [...ids] }) }),
    async needingAttention(of) {
      const filter: Record<string, unknown> = { companyId, ...ofForms(of), $or: inTrouble }
      const found = await models.effects
        .find(filter, withoutBodies, options)
        .sort({ createdAt: 1, _id: 1 })
        .lean()
      return found.map((effect) => effectOf(effect as StoredEffect))
    },
    dependants: (effectId) => many({ dependsOn: effectId }),
    holderOf: ({ connectionId, remoteId }) =>
      one({
        connectionId,
        operation: 'create',
        'target.kind': 'document',
        'confirmation.reference.id': remoteId,
      }),
    inDoubt: ({ connectionId, number, partyId, besides }) =>
      one({
        connectionId,
        operation: 'create',
        state: trusted({ $in: inDoubt }),
        'frozen.input.number': number,
        'frozen.input.party.id': partyId,
        submissionId: trusted({ $ne: besides }),
      }),
    async settle({ effect, change, keepClaim = false }) {
      const owned = { companyId, _id: effect.id, epoch: effect.epoch }
      const release = keepClaim ? {} : { claimedBy: null }
      if (change.due === 'never') {
        const parked = await models.effects.updateOne(
          { ...owned, wakes: effect.wakes },
          update(change, { sets: { ...release, dueAt: null } }),
          options,
        )
        if (parked.matchedCount === 1) return true
      }
      const woken = change.due === 'never' ? { ...change, due: 'at-once' as const } : change
      const changed = await models.effects.updateOne(owned, update(woken, { sets: release }), options)
      return changed.matchedCount === 1
    },
    async amend({ effect, change }) {
      const changed = await models.effects.updateOne(
        { companyId, _id: effect.id, epoch: effect.epoch },
        update(change, {
          sets: { claimedBy: null, ...(change.due === 'never' ? { dueAt: null } : {}) },
          raises: { epoch: 1, wakes: 1 },
        }),
        options,
      )
      return changed.matchedCount === 1
    },
    async recordIntent({ effect }) {
      const owned = { companyId, _id: effect.id, epoch: effect.epoch }
      const intended = await models.effects
        .findOneAndUpdate(
          owned,
          { $set: { state: 'sending' }, $inc: { sends: 1 }, $currentDate: { sentAt: true, updatedAt: true } },
          { returnDocument: 'after', projection: { sentAt: 1, firstSentAt: 1 }, ...options },
        )
        .lean()
      if (intended === null) return false
      if (intended.firstSentAt === undefined)
        await models.effects.updateOne(owned, { $set: { firstSentAt: intended.sentAt } }, options)
      return true
    },
    async wake(which) {
      const chosen: Record<string, unknown> =
        'ids' in which ? { _id: trusted({ $in: [...which.ids] }) } : waiting(which)
      // What is confirmed and not yet read back is under way, and others wait for it.
      const open = [
        { state: trusted({ $nin: finished }) },
        { state: 'confirmed', 'confirmation.verified': 'pending' },
      ]
      const filter: Record<string, unknown> = { companyId, $and: [chosen, { $or: open }] }
      const { triedBy } = { triedBy: undefined, ...which }
      const woken = await models.effects.updateMany(
        filter,
        {
          $inc: { wakes: 1 },
          $set: { attempts: 0, ...(triedBy === undefined ? {} : { triedBy }) },
          $currentDate: rightNow,
        },
        options,
      )
      return woken.modifiedCount
    },
    async postpone({ connectionId, until, why }) {
      const before = trusted({ $type: 'date', $lt: until })
      const queue = { companyId, connectionId, claimedBy: null, dueAt: before }
      const unsent: Record<string, unknown> = { ...queue, state: 'planned' }
      const told = await models.effects.updateMany(unsent, { $set: { dueAt: until, error: why } }, options)
      const others: Record<string, unknown> = queue
      const moved = await models.effects.updateMany(others, { $set: { dueAt: until } }, options)
      return told.modifiedCount + moved.modifiedCount
    },
  }
}

function ofForms(of: { submissionIds: readonly string[] } | undefined): Record<string, unknown> {
  return of === undefined ? {} : { submissionId: trusted({ $in: [...of.submissionIds] }) }
}

function waiting(which: { connectionId: string } | { held: true }): Record<string, unknown> {
  const underWay = { claimedBy: trusted({ $type: 'string' }) }
  if ('held' in which) return { $or: [{ waitingFor: 'cure' }, { ...underWay, state: 'planned' }] }
  const { connectionId } = which
  // Whatever is under way may be about to wait for the connection, a read-back of what was confirmed too.
  return { connectionId, $or: [{ waitingFor: trusted({ $in: ['cure', 'connection'] }) }, underWay] }
}

function update(
  change: EffectChange,
  { sets, raises }: { sets: Record<string, unknown>; raises?: Record<string, number> },
) {
  const { due, ...fields } = change
  const entries = Object.entries(fields)
  // A parked effect says what it waits for by null or a word: null is a value there, elsewhere it removes.
  const removed = entries.filter(([name, value]) => value === null && name !== 'waitingFor')
  const kept = entries.filter(
    ([name, value]) => value !== undefined && (value !== null || name === 'waitingFor'),
  )
  return {
    $set: {
      ...Object.fromEntries(kept),
      ...sets,
      ...(due instanceof Date ? { dueAt: due } : {}),
    },
    $currentDate: { updatedAt: true, ...(due === 'at-once' ? { dueAt: true } : {}) } as Record<string, true>,
    ...(removed.length === 0 ? {} : { $unset: Object.fromEntries(removed.map(([name]) => [name, 1])) }),
    ...(raises === undefined ? {} : { $inc: raises }),
  }
}

export function effectOf({ claimedBy: _by, claimToken: _token, ...stored }: StoredEffect): Effect {
  return toEntity<Effect>(stored)
}
