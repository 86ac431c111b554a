import type { Run, RunStore, StepResult } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import type { ClientSession } from 'mongoose'
import { serverTime } from '../scope/in-transaction.ts'
import type { RowUpdate } from '../scope/update-rows.ts'
import { toStored } from './record.ts'
import { type ResultsInRun, resultsInRun } from './results-in-run.ts'
import type { StoredRun } from './runtime-models.ts'

type Checkpoint = Parameters<RunStore['checkpoint']>[0]

/** A new run, and what the steps left that were taken already. */
interface Started {
  run: Run
  results: readonly StepResult[]
}

export const over = ['finished', 'stopped', 'quarantined']

/** Due from now on, and where it stands since now: by the server's clock, for whoever starts it may have a wrong one. */
export function begunNow(run: Run, session: ClientSession | undefined): Run {
  const now = session === undefined ? undefined : serverTime(session)
  if (now === undefined) return { ...run, dueAt: new Date(0) }
  return { ...run, dueAt: now, tokens: run.tokens.map((token) => ({ ...token, since: now })) }
}

/** A new run as a row: an insert costs the server a third of an upsert. */
export function freshRun({ companyId }: CompanyScope, { run, results }: Started): StoredRun {
  const inRun = resultsInRun({ run, visits: run.visits, results })
  return { ...toStored<Run>(run, companyId), claimedBy: null, ...inRun }
}

/** A new run, due at once by the server's clock: whoever starts it may have a wrong one. */
export function startedRun(scope: CompanyScope, started: Started): RowUpdate {
  const { _id, companyId, dueAt: _due, ...fresh } = freshRun(scope, started)
  return {
    filter: { companyId, _id },
    update: { $setOnInsert: fresh, $currentDate: { dueAt: true } },
    upsert: true,
  }
}

/**
 * The run as the walk left it, if nobody else owns it now and, should it go on later, nobody woke it since the claim. One
 * that goes on at once keeps its claim: whether it was woken is asked when it rests.
 */
export function restingRun({ companyId }: CompanyScope, change: Checkpoint): RowUpdate {
  const { run, state, due } = change
  const inRun = resultsInRun(change)
  const owned = ownedRun(companyId, { run, inRun })
  const { $set, ...walked } = walkedRun(change, inRun)
  if (due === 'goes-on') return { filter: owned, update: { ...walked, $set: { ...$set, ...claimedOnce } } }
  // One that is over or waits for a person stays so; one that goes on looks again when it was woken meanwhile.
  const unwoken = state === 'active' ? { wakes: run.wakes } : {}
  return {
    filter: { ...owned, ...unwoken },
    update: {
      ...walked,
      $set: { ...$set, ...unclaimed, dueAt: due === 'waits' ? null : due },
      $unset: { ...walked.$unset, claimToken: true },
    },
  }
}

/** A crash from here on counts, as after a claim of its own. */
const claimedOnce = { attempts: 1 }
const unclaimed = { attempts: 0, claimedBy: null }

/** The same for a run that was woken meanwhile: it is due at once. */
export function wokenRun({ companyId }: CompanyScope, change: Checkpoint): RowUpdate {
  const inRun = resultsInRun(change)
  const { $set, ...walked } = walkedRun(change, inRun)
  return {
    filter: ownedRun(companyId, { run: change.run, inRun }),
    update: {
      ...walked,
      $set: { ...$set, ...unclaimed },
      $unset: { ...walked.$unset, claimToken: true },
      $currentDate: { dueAt: true },
    },
  }
}

function ownedRun(
  companyId: string,
  { run: { id, epoch }, inRun }: { run: Checkpoint['run']; inRun: ResultsInRun | undefined },
) {
  const unwritten = inRun === undefined ? {} : { latestResult: { $ne: inRun.latestResult } }
  return { companyId, _id: id, epoch, state: 'active', ...unwritten }
}

function walkedRun({ state, tokens, visits, error }: Checkpoint, inRun: ResultsInRun | undefined) {
  return {
    ...(inRun === undefined ? {} : { $push: { results: { $each: inRun.results } } }),
    $set: {
      ...(inRun === undefined ? {} : { latestResult: inRun.latestResult }),
      state,
      tokens,
      visits,
      ...(error === undefined ? {} : { error }),
      ...(over.includes(state) ? { endedAt: new Date() } : {}),
    },
    $unset: error === undefined ? { error: true } : {},
  }
}
