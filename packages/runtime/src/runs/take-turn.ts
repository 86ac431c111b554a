import { createHash } from 'node:crypto'
import { companyScope, keyOfTurn, type Step, type StepOutcome, type Token } from '@fieldledger/workflow'
import type { Run } from '../ports/run-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { Turn, TurnPlace } from '../ports/turn-store.ts'
import type { Walked, WalkInputs } from './run-walk.ts'

/** Whoever waits looks again by itself this much later for each one before it, should a wake-up have been lost. */
const patienceMs = 60_000
const farthestSeen = 10

/**
 * undefined = nothing holds this visit. Its place in the queue is the run's, not a worker's: a worker that dies loses
 * none, the run goes on from there, and a run that is over gives up its place, at the latest to whoever comes to it.
 */
export async function heldBack(
  walked: Walked,
  { inputs, token, step }: { inputs: WalkInputs; token: Token; step: Step },
): Promise<StepOutcome | undefined> {
  const turn = turnOf(walked, { inputs, token, step })
  if (turn === undefined) return undefined
  const { runtime, run, now } = inputs
  const before = await runtime.ports.stores.transact(companyScope(run.companyId), async (store) => {
    await store.turns.queue(turn)
    for (;;) {
      const ahead = await store.turns.before(turn, farthestSeen)
      const [first] = ahead
      if (first === undefined || (await stillThere(store, first))) return ahead
      await store.turns.leave(placeOf(first))
    }
  })
  const [first] = before
  if (first === undefined) return undefined
  const paused = await isPaused(inputs, first)
  const holder = `${first.runId}:${first.stepId}:${first.visit}${paused ? ':paused' : ''}`
  return {
    next: 'wait',
    until: new Date(now.getTime() + patienceMs * before.length),
    stamps: [
      {
        code: 'turn-awaited',
        params: { step: step.name, before: await nameOf(inputs, first), state: paused ? 'paused' : '' },
        once: `${run.id}:${token.stepId}:${token.visit}:turn:${holder}`,
      },
    ],
  }
}

/** Whoever is next goes on at once. */
export async function leaveTurn(store: RuntimeStore, place: TurnPlace): Promise<boolean> {
  const keys = await store.turns.leave(place)
  for (const key of keys) await wakeNext(store, key)
  return keys.length > 0
}

async function wakeNext(store: RuntimeStore, key: string): Promise<void> {
  for (let next = await store.turns.first(key); next !== undefined; next = await store.turns.first(key)) {
    if (await stillThere(store, next)) {
      await store.runs.wake(next.submissionId)
      return
    }
    await store.turns.leave(placeOf(next))
  }
}

async function stillThere(store: RuntimeStore, { runId, stepId, visit }: Turn): Promise<boolean> {
  const run = await store.runs.get(runId)
  // A run that has just come to the step has not been saved there yet.
  return run !== undefined && isGoing(run) && !passed(run, { stepId, visit })
}

/** It keeps its turn, since a person holds it and not the queue; whoever waits is told. */
async function isPaused({ runtime, run }: WalkInputs, { runId }: Turn): Promise<boolean> {
  const holder = await runtime.ports.stores.of(companyScope(run.companyId)).runs.get(runId)
  return holder?.state === 'paused'
}

function isGoing({ state }: Run): boolean {
  return state === 'active' || state === 'paused'
}

function passed(run: Run, { stepId, visit }: Pick<Turn, 'stepId' | 'visit'>): boolean {
  const here = run.tokens.find((token) => token.stepId === stepId && token.visit === visit)
  if (here !== undefined) return here.error !== undefined
  return (run.visits[stepId] ?? 0) >= visit
}

function turnOf(
  { submission }: Walked,
  { inputs, token, step }: { inputs: WalkInputs; token: Token; step: Step },
): Turn | undefined {
  const key = step.oneAtATime === undefined ? undefined : keyOfTurn(step.oneAtATime, submission.values)
  if (key === undefined) return undefined
  return {
    key: createHash('sha256').update(key).digest('base64url'),
    runId: inputs.run.id,
    submissionId: submission.id,
    stepId: token.stepId,
    stepName: step.name,
    visit: token.visit,
  }
}

function placeOf({ runId, stepId, visit }: Turn): TurnPlace {
  return { runId, stepId, visit }
}

async function nameOf({ runtime, run }: WalkInputs, { submissionId, stepName }: Turn): Promise<string> {
  const store = runtime.ports.stores.of(companyScope(run.companyId))
  const submission = await store.submissions.get(submissionId)
  return `${submission?.number ?? submission?.formName ?? ''} (${stepName})`
}
