import type { Run } from '../ports/run-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { Turn } from '../ports/turn-store.ts'

/** A pause of a coffee disturbs nobody. */
const patienceMs = 60 * 60_000
const mostCounted = 100

/** A paused run for whose turn others have waited too long. */
export interface PausedHolder {
  run: Run
  waiting: number
  /** Since when the first of them waits. */
  since: Date
}

/** It keeps its turn until a person resumes or stops it, and nobody else can see why theirs does not come. */
export async function pausedHolders(
  store: Pick<RuntimeStore, 'runs' | 'turns'>,
  now: Date,
): Promise<PausedHolder[]> {
  const paused = new Map((await store.runs.paused()).map((run) => [run.id, run]))
  const found: PausedHolder[] = []
  for (const turn of await store.turns.ofRuns([...paused.keys()])) {
    const run = paused.get(turn.runId)
    const first = await store.turns.first(turn.key)
    if (run === undefined || first?.runId !== run.id) continue
    const held = await heldBehind(store, turn)
    const since = held.sort((left, right) => left.getTime() - right.getTime())[0]
    if (since !== undefined && now.getTime() - since.getTime() >= patienceMs)
      found.push({ run, waiting: held.length, since })
  }
  return found
}

async function heldBehind(store: Pick<RuntimeStore, 'runs' | 'turns'>, turn: Turn): Promise<Date[]> {
  const behind = await store.turns.behind(turn, mostCounted)
  const held = await Promise.all(
    behind.map(async ({ runId, stepId, visit }) => {
      const tokens = (await store.runs.get(runId))?.tokens ?? []
      return tokens.find((token) => token.stepId === stepId && token.visit === visit)?.heldSince
    }),
  )
  return held.filter((since) => since !== undefined)
}
