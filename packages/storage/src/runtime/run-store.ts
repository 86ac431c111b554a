import {
  AnotherRunUnderWay,
  type EarlierRuns,
  type Run,
  type RunState,
  type RunStore,
} from '@fieldledger/runtime'
import { firstTokenId } from '@fieldledger/workflow'
import { trusted } from 'mongoose'
import { insertRows } from '../scope/insert-rows.ts'
import { updateRows } from '../scope/update-rows.ts'
import { type Bound, within } from './bound.ts'
import { isDuplicateKey } from './is-duplicate-key.ts'
import { toEntity } from './record.ts'
import { type ResultRow, resultsIn } from './result-rows.ts'
import { resultsBeside, resultsOfRun } from './results-in-run.ts'
import { begunNow, over, restingRun, startedRun, wokenRun } from './run-updates.ts'
import type { RuntimeModels, StoredRun } from './runtime-models.ts'

const rightNow: Record<string, true> = { dueAt: true }
/** One after the other: of both in one query, the server reads every run of the company. */
const inTrouble: readonly Record<string, unknown>[] = [
  // One branch failed while another goes on, or is held. By its type: the index holds others too, without a code.
  { state: trusted({ $in: ['active', 'paused'] }), 'tokens.error.code': trusted({ $type: 'string' }) },
  // Last, for this is where the ones above go to: one that does so meanwhile is found twice, and never missed.
  { state: trusted({ $in: ['needs-attention', 'quarantined'] }) },
]
const notOver: RunState[] = ['active', 'paused', 'needs-attention', 'quarantined']

export function createRunStore(models: RuntimeModels, bound: Bound): RunStore {
  const { companyId } = bound.scope
  const options = within(bound)
  const earlier = ({ workflowId, version }: EarlierRuns) => ({
    companyId,
    workflowId,
    state: trusted({ $in: [...notOver] }),
    workflowVersion: trusted({ $lt: version }),
  })
  return {
    async insert(run, results = []) {
      const started = { run: begunNow(run, bound.session), results }
      await updateRows(models.runs, [startedRun(bound.scope, started)], options)
      const left = { run, visits: run.visits, results }
      await insertRows(models.stepResults, resultsBeside(bound.scope, left), options)
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
    async ranWith({ workflowId, submissionIds }) {
      if (submissionIds.length === 0) return new Set()
      const found = await models.runs
        .find(
          { companyId, submissionId: trusted({ $in: [...submissionIds] }), workflowId },
          { submissionId: 1 },
          options,
        )
        .lean()
      return new Set(found.map(({ submissionId }) => submissionId))
    },
    async needingAttention(of) {
      const ofForms = of === undefined ? {} : { submissionId: trusted({ $in: [...of.submissionIds] }) }
      const found = new Map<string, Run>()
      for (const which of inTrouble) {
        const some = await models.runs.find({ companyId, ...ofForms, ...which }, null, options).lean()
        for (const run of some) found.set(run._id, runOf(run as StoredRun))
      }
      return [...found.values()].sort((one, other) => one.startedAt.getTime() - other.startedAt.getTime())
    },
    async paused() {
      const found = await models.runs
        .find({ companyId, state: 'paused' }, null, options)
        .sort({ startedAt: 1 })
        .limit(500)
        .lean()
      return found.map((run) => runOf(run as StoredRun))
    },
    async before({ limit, after, only, ...which }) {
      const narrowed = {
        ...(after === undefined ? {} : { $gt: after }),
        ...(only === undefined ? {} : { $in: [...only] }),
      }
      const ids = Object.keys(narrowed).length === 0 ? {} : { _id: trusted(narrowed) }
      // Ids rise with time.
      const found = await models.runs
        .find({ ...earlier(which), ...ids }, null, options)
        .sort({ _id: 1 })
        .limit(limit)
        .lean()
      return found.map((run) => runOf(run as StoredRun))
    },
    countBefore: (which) => models.runs.countDocuments(earlier(which), options),
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
      const found = await models.stepResults
        .find({ companyId, runId }, null, options)
        .sort({ at: 1, _id: 1 })
        .lean()
      const run = await models.runs
        .findOne({ companyId, _id: runId }, { submissionId: 1, results: 1 }, options)
        .lean()
      const inRun = run === null ? [] : resultsOfRun(run)
      const beside = found.flatMap((row) => resultsIn(row as ResultRow))
      return [...inRun, ...beside].sort((one, other) => one.at.getTime() - other.at.getTime())
    },
    async checkpoint(change) {
      const rests = restingRun(bound.scope, change)
      const woken = wokenRun(bound.scope, change)
      const saved =
        (await updateRows(models.runs, [rests], options)) === 1 ||
        (await updateRows(models.runs, [woken], options)) === 1
      if (saved) await insertRows(models.stepResults, resultsBeside(bound.scope, change), options)
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
    async wakeOfOtherZone({ zone, limit }) {
      const found = await models.runs
        .find(
          {
            companyId,
            state: 'active',
            'tokens.memo.zone': trusted({ $exists: true }),
            tokens: trusted({ $elemMatch: { 'memo.zone': { $exists: true, $ne: zone } } }),
            $expr: trusted({ $gt: ['$dueAt', '$$NOW'] }),
          },
          { _id: 1 },
          options,
        )
        .limit(limit)
        .lean()
      const ids = found.map(({ _id }) => _id)
      await models.runs.updateMany(
        { companyId, _id: trusted({ $in: ids }), state: 'active' },
        { $inc: { wakes: 1 }, $currentDate: rightNow },
        options,
      )
      return ids.length
    },
    async move({ id, from, to, error, tokens, visits }) {
      const moving = models.runs.updateOne(
        { companyId, _id: id, state: trusted({ $in: [...from] }) },
        {
          $set: {
            state: to,
            claimedBy: null,
            attempts: 0,
            ...(error === undefined ? {} : { error }),
            ...(tokens === undefined ? {} : { tokens: [...tokens] }),
            ...(visits === undefined ? {} : { visits: { ...visits } }),
            ...(over.includes(to) ? { endedAt: new Date(), dueAt: null } : {}),
          },
          // The epoch rises: whoever holds the run now can no longer write.
          $inc: { epoch: 1, wakes: 1 },
          ...(over.includes(to) ? {} : { $currentDate: rightNow, $unset: { endedAt: true } }),
        },
        options,
      )
      try {
        return (await moving).matchedCount === 1
      } catch (cause) {
        // Another of its workflow became active since somebody looked.
        throw isDuplicateKey(cause) ? new AnotherRunUnderWay() : cause
      }
    },
  }
}

export function runOf({
  claimedBy: _by,
  claimToken: _claim,
  results: _results,
  latestResult: _latest,
  token,
  ...stored
}: StoredRun): Run {
  const run = toEntity<Run>(stored)
  if (token === undefined || stored.tokens !== undefined) return run
  // Started by an API of the version before, after the migration ran.
  return { ...run, tokens: [{ ...token, id: firstTokenId, since: run.startedAt }] }
}
