import { type Checkpoint, failpoint } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import type { ClientSession } from 'mongoose'
import { inGroups } from '../grouping/in-groups.ts'
import { restMsBehindCommit } from '../grouping/rest-ms-behind-commit.ts'
import type { Database } from '../scope/connect-database.ts'
import { inTransaction } from '../scope/in-transaction.ts'
import { insertRows } from '../scope/insert-rows.ts'
import { type RowUpdate, updateRows } from '../scope/update-rows.ts'
import { insertEventStarts, type Stamped } from '../triggers/insert-event-starts.ts'
import { outboxRows } from './outbox-rows.ts'
import { resultsBeside } from './results-in-run.ts'
import { restingRun } from './run-updates.ts'
import type { RuntimeModels } from './runtime-models.ts'
import { onceIn, stampsBeside, stampsInForm } from './stamps-in-form.ts'

export interface ScopedCheckpoint extends Checkpoint {
  scope: CompanyScope
}

const most = 200

/**
 * Saves what walks came to, many in one transaction. Each write keeps its condition: the run its epoch, the timeline the
 * number it was read at, a status that is moved the one that was read, a stamp that comes once its unique key. Should one
 * of them not hold, the whole group is undone and each is saved by itself, which finds out whose it was and drops that
 * one alone.
 */
export function createCheckpointSaver(parts: {
  database: Database
  models: RuntimeModels
  alone(checkpoint: ScopedCheckpoint): Promise<boolean>
}): (checkpoint: ScopedCheckpoint) => Promise<boolean> {
  const { database, models, alone } = parts
  return inGroups<ScopedCheckpoint, boolean>({
    most,
    inFlight: 1,
    restMsBehind: restMsBehindCommit,
    alone,
    together: async (group) => {
      await inTransaction(database, async (session) => {
        await saveAll(models, { group, session })
        await insertEventStarts(database.connection, { stamped: group.map(stampedOf), session })
      })
      return group.map(() => true)
    },
  })
}

async function saveAll(
  models: RuntimeModels,
  { group, session }: { group: readonly ScopedCheckpoint[]; session: ClientSession },
): Promise<void> {
  const within = { session }
  const runs = group.map(({ scope, run }) => restingRun(scope, run))
  if ((await updateRows(models.runs, runs, within)) < runs.length) throw new ConditionGone()
  const submissions = group.flatMap(submissionUpdate)
  if ((await updateRows(models.submissions, submissions, within)) < submissions.length)
    throw new ConditionGone()
  const results = group.flatMap(({ scope, run }) => resultsBeside(scope, run))
  await insertRows(models.stepResults, results, within)
  await insertRows(
    models.timeline,
    group.flatMap((one) => stampsBeside(writtenStamps(one))),
    within,
  )
  failpoint('run.in-checkpoint')
  await insertRows(models.outbox, outboxRows(group), within)
}

function submissionUpdate(checkpoint: ScopedCheckpoint): RowUpdate[] {
  const { scope, submission, change, stamps } = checkpoint
  if (change === undefined && stamps.length === 0) return []
  const inForm = stampsInForm(writtenStamps(checkpoint))
  const once = onceIn(inForm)
  const { id, timelineSeq, status } = submission
  return [
    {
      filter: {
        companyId: scope.companyId,
        _id: id,
        timelineSeq,
        ...(status === undefined ? {} : { status }),
        ...(once.length === 0 ? {} : { 'firstStamps.once': { $nin: once } }),
      },
      update: {
        ...(inForm.length === 0 ? {} : { $push: { firstStamps: { $each: inForm } } }),
        $inc: { timelineSeq: stamps.length },
        ...(change === undefined ? {} : { $set: change, $currentDate: { updatedAt: true } }),
      },
    },
  ]
}

function stampedOf({ scope, submission: { id, formId }, stamps, run }: ScopedCheckpoint): Stamped {
  return { companyId: scope.companyId, formId, submissionId: id, stamps, causedBy: run.run.id }
}

function writtenStamps({ scope: { companyId }, submission, stamps, at }: ScopedCheckpoint) {
  return { companyId, submissionId: submission.id, after: submission.timelineSeq, stamps, at }
}

/** Undoes the group; never seen outside. */
class ConditionGone extends Error {
  readonly code = 'condition-gone'
  readonly retryable = true

  constructor() {
    super('A run or its form changed while others were saved with it: each is saved by itself.')
    this.name = 'ConditionGone'
  }
}
