import type { Run, RunState, RunStore, StepResult } from '@fieldledger/runtime'
import { firstTokenId } from '@fieldledger/workflow'
import { trusted } from 'mongoose'
import { type Bound, within } from './bound.ts'
import { toEntity, toStored } from './record.ts'
import type { RuntimeModels, StoredRun } from './runtime-models.ts'

const rightNow: Record<string, true> = { dueAt: true }
const over = ['finished', 'stopped', 'quarantined']
const notOver: RunState[] = ['active', 'paused', 'needs-attention']

export function createRunStore(models: RuntimeModels, bound: Bound): RunStore {
  const { companyId } = bound.scope
  const options = within(bound)
  return {
    async insert(run) {
      const { _id, companyId: _company, dueAt: _due, ...fresh } = toStored<Run>(run, companyId)
      // Due by the server's clock: whoever starts it may have a wrong one.
      await models.runs.updateOne(
        { companyId, _id },
        { $setOnInsert: { ...fresh, claimedBy: null }, $currentDate: rightNow },
        { upsert: true, ...options },
      )
    },
    async get(id) {
      const found = await models.runs.findOne({ companyId, _id: id }, null, options).lean()
      return found === null ? undefined : runOf(found as StoredRun)
    },
    async activeOf(submissionId) {
      const found = await models.runs
        .findOne({ companyId, submissionId, state: trusted({ $in: [...notOver] }) }, null, options)
        .sort({ startedAt: -1 })
        .lean()
      return found === null ? undefined : runOf(found as StoredRun)
    },
    async allActiveOf(submissionId) {
      const found = await models.runs
        .find({ companyId, submissionId, state: trusted({ $in: [...notOver] }) }, null, options)
        .lean()
      return found.map((run) => runOf(run as StoredRun))
    },
    async needingAttention() {
      const found = await models.runs
        .find(
          {
            companyId,
            $or: [
              { state: trusted({ $in: ['needs-attention', 'quarantined'] }) },
              // One branch failed while another goes on.
              { state: 'active', 'tokens.error.code': trusted({ $exists: true }) },
            ],
          },
          null,
          options,
        )
        .sort({ startedAt: 1 })
        .limit(500)
        .lean()
      return found.map((run) => runOf(run as StoredRun))
    },
    async before({ workflowId, version, limit }) {
      const found = await models.runs
        .find(
          {
            companyId,
            workflowId,
            state: trusted({ $in: [...notOver] }),
            workflowVersion: trusted({ $lt: version }),
          },
          null,
          options,
        )
        .sort({ startedAt: 1 })
        .limit(limit)
        .lean()
      return found.map((run) => runOf(run as StoredRun))
    },
    async moveToVersion({ run, version }) {
      const moved = await models.runs.updateOne(
        { companyId, _id: run.id, epoch: run.epoch, state: trusted({ $in: [...notOver] }) },
        {
          $set: { workflowVersion: version, claimedBy: null, attempts: 0 },
          $inc: { epoch: 1, wakes: 1 },
          $currentDate: rightNow,
        },
        options,
      )
      return moved.matchedCount === 1
    },
    async results(runId) {
      const found = await models.stepResults.find({ companyId, runId }, null, options).sort({ _id: 1 }).lean()
      return found.map((result) => toEntity<StepResult>(result as never))
    },
    async checkpoint({ run, state, tokens, visits, due, error, results }) {
      const owned = { companyId, _id: run.id, epoch: run.epoch, state: 'active' as const }
      const set = {
        state,
        tokens,
        visits,
        attempts: 0,
        claimedBy: null,
        ...(error === undefined ? {} : { error }),
        ...(over.includes(state) ? { endedAt: new Date() } : {}),
      }
      const $unset: Record<string, true> =
        error === undefined ? { error: true, claimToken: true } : { claimToken: true }
      const dueAt = due === 'waits' ? null : due
      // One that is over or waits for a person stays so; one that goes on looks again when it was woken meanwhile.
      const unwoken = state === 'active' ? { wakes: run.wakes } : {}
      const rests = await models.runs.updateOne(
        { ...owned, ...unwoken },
        { $set: { ...set, dueAt }, $unset },
        options,
      )
      const saved =
        rests.matchedCount === 1 ||
        (await models.runs.updateOne(owned, { $set: set, $unset, $currentDate: rightNow }, options))
          .matchedCount === 1
      if (saved && results.length > 0)
        await models.stepResults.insertMany(
          results.map((result) => toStored<StepResult>(result, companyId)),
          options,
        )
      return saved
    },
    async putOff({ run, until, error }) {
      await models.runs.updateOne(
        { companyId, _id: run.id, epoch: run.epoch, state: 'active' },
        { $set: { dueAt: until, claimedBy: null, error } },
        options,
      )
    },
    async wake(submissionId) {
      await models.runs.updateMany(
        { companyId, submissionId, state: 'active' },
        { $inc: { wakes: 1 }, $currentDate: rightNow },
        options,
      )
    },
    async move({ id, from, to, error, tokens }) {
      const moved = await models.runs.updateOne(
        { companyId, _id: id, state: trusted({ $in: [...from] }) },
        {
          $set: {
            state: to,
            claimedBy: null,
            attempts: 0,
            ...(error === undefined ? {} : { error }),
            ...(tokens === undefined ? {} : { tokens: [...tokens] }),
            ...(over.includes(to) ? { endedAt: new Date(), dueAt: null } : {}),
          },
          // The epoch rises: whoever holds the run now can no longer write.
          $inc: { epoch: 1, wakes: 1 },
          ...(over.includes(to) ? {} : { $currentDate: rightNow }),
        },
        options,
      )
      return moved.matchedCount === 1
    },
  }
}

export function runOf({ claimedBy: _by, claimToken: _claim, token, ...stored }: StoredRun): Run {
  const run = toEntity<Run>(stored)
  if (token === undefined || stored.tokens !== undefined) return run
  // Started by an API of the version before, after the migration ran.
  return { ...run, tokens: [{ ...token, id: firstTokenId, since: run.startedAt }] }
}
