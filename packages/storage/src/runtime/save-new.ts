import { failpoint, type NewSubmission } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import type { ClientSession } from 'mongoose'
import { inGroups } from '../grouping/in-groups.ts'
import { restMsBehindCommit } from '../grouping/rest-ms-behind-commit.ts'
import { answeredWithin } from '../scope/answered-within.ts'
import type { Database } from '../scope/connect-database.ts'
import { inTransaction } from '../scope/in-transaction.ts'
import { insertRows } from '../scope/insert-rows.ts'
import { storedSubmission } from '../submissions/stored-submission.ts'
import { insertEventStarts, type Stamped } from '../triggers/insert-event-starts.ts'
import { hasLongTable } from './line-store.ts'
import { outboxRows } from './outbox-rows.ts'
import { resultsBeside } from './results-in-run.ts'
import { begunNow, freshRun } from './run-updates.ts'
import type { RuntimeModels } from './runtime-models.ts'
import { type StampsInForm, stampsBeside, stampsInForm } from './stamps-in-form.ts'

/** A new submission and whose it is. */
export interface Made extends NewSubmission {
  scope: CompanyScope
}

/** Group commit: so many submits share one transaction at most. */
const most = 200
/** As a group: ten thousand lines take a second. */
const longestMs = 60_000

/** Saves new submissions, those that come together in one transaction; `alone` saves one in a transaction of its own. */
export function createNewSaver(parts: {
  database: Database
  models: RuntimeModels
  alone(made: Made): Promise<boolean>
}): (made: Made) => Promise<boolean> {
  const { database, models, alone } = parts
  const grouped = inGroups<Made, boolean>({
    most,
    inFlight: 1,
    restMsBehind: restMsBehindCommit,
    alone,
    together: async (group) => {
      await inTransaction(database, async (session) => {
        await insertAll(models, { group, session })
        await insertEventStarts(database.connection, { stamped: group.map(stampedOf), session })
      })
      return group.map(() => true)
    },
  })
  // Thousands of lines are a transaction of their own.
  return (made) =>
    hasLongTable(made.submission.values) ? answeredWithin(longestMs, alone(made)) : grouped(made)
}

async function insertAll(
  models: RuntimeModels,
  { group, session }: { group: readonly Made[]; session: ClientSession },
): Promise<void> {
  const within = { session }
  await insertRows(
    models.submissions,
    group.map((made) => ({
      ...storedSubmission(made.submission, made.scope.companyId),
      timelineSeq: made.stamps.length,
      ...firstStamps(made),
    })),
    within,
  )
  await insertRows(
    models.timeline,
    group.flatMap((made) => stampsBeside(writtenStamps(made))),
    within,
  )
  await insertRows(
    models.runs,
    group.flatMap(({ scope, run, results }) =>
      run === undefined ? [] : [freshRun(scope, { run: begunNow(run, session), results })],
    ),
    within,
  )
  const results = group.flatMap(({ scope, run, results }) =>
    run === undefined ? [] : resultsBeside(scope, { run, visits: run.visits, results }),
  )
  await insertRows(models.stepResults, results, within)
  failpoint('submit.in-transaction')
  const told = group.map((made) => ({ ...made, work: made.run !== undefined }))
  await insertRows(models.outbox, outboxRows(told), within)
}

function stampedOf({ scope, submission: { id, formId }, stamps }: Made): Stamped {
  return { companyId: scope.companyId, formId, submissionId: id, stamps }
}

function firstStamps(made: Made): StampsInForm {
  const together = stampsInForm(writtenStamps(made))
  return together.length === 0 ? {} : { firstStamps: together }
}

function writtenStamps({ scope: { companyId }, submission, stamps }: Made) {
  return { companyId, submissionId: submission.id, after: 0, stamps, at: submission.submittedAt }
}
