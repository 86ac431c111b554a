import { isDocumentOutput, type Task } from '@fieldledger/workflow'
import type { Run, StepResult } from '../ports/run-store.ts'
import type { BatchItem } from '../ports/trigger-store.ts'
import type { LedgerStateView } from '../reads/ledger-states.ts'

/** A run that sleeps longer is left to itself: the summary does not wait for it. */
const longSleepMs = 60 * 60_000

export interface ItemFacts {
  run: Run | undefined
  results: readonly StepResult[]
  /** Where the form stands in each ledger. */
  ledgers: readonly LedgerStateView[]
  openTasks: readonly Task[]
  now: Date
}

export type Outcome = Pick<BatchItem, 'outcome' | 'message' | 'number' | 'url'>

/** What became of one form of a batch; undefined = still under way. */
export function itemOutcome(facts: ItemFacts): Outcome | undefined {
  const { run, openTasks, now } = facts
  if (run === undefined) return { outcome: 'failed', message: 'The run is gone.' }
  switch (run.state) {
    case 'finished':
      return ofFinished(facts)
    case 'needs-attention':
    case 'quarantined':
      return { outcome: 'failed', message: run.error?.message ?? 'The run needs attention.' }
    case 'paused':
      return { outcome: 'waiting', message: 'It is paused: resume or cancel it.' }
    case 'stopped':
      return { outcome: 'failed', message: 'The run was stopped.' }
    case 'active': {
      const held = facts.ledgers.find(({ state }) => state === 'needs-attention')
      if (held !== undefined && run.dueAt === null)
        return { outcome: 'failed', message: held.message ?? 'It is held before sending.' }
      const [task] = openTasks
      if (task !== undefined) return { outcome: 'waiting', message: task.title }
      return sleepsLong(run, now)
        ? { outcome: 'waiting', message: 'It waits in a step of the workflow.' }
        : undefined
    }
  }
}

/** By its next look, or by how long it has looked again and again: for its turn, behind others. */
function sleepsLong({ dueAt, tokens }: Run, now: Date): boolean {
  if (dueAt !== null && dueAt.getTime() - now.getTime() > longSleepMs) return true
  return tokens.some(
    ({ wakeAt, since }) => wakeAt !== undefined && now.getTime() - since.getTime() > longSleepMs,
  )
}

function ofFinished({ results }: ItemFacts): Outcome {
  // A step that failed and went well at a later try has not failed.
  const failure = [...lastOfEachVisit(results)].find(({ outcome }) => outcome === 'fail')
  const documents = results.map(({ output }) => output).filter(isDocumentOutput)
  const [document] = documents
  if (document === undefined)
    return failure === undefined
      ? { outcome: 'done' }
      : { outcome: 'failed', message: failure.error?.message ?? 'A step failed.' }
  const { number, url } = document
  return {
    outcome: documents.some(({ sent }) => sent) ? 'sent' : 'skipped',
    ...(documents.some(({ sent }) => sent) ? {} : { message: `The ledger has it already as #${number}.` }),
    number,
    ...(url === undefined ? {} : { url }),
  }
}

function lastOfEachVisit(results: readonly StepResult[]): Iterable<StepResult> {
  return new Map(results.map((result) => [`${result.stepId} ${result.visit}`, result])).values()
}
