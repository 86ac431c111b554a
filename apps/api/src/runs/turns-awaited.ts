import type { StepVisit } from '@fieldledger/contract'
import type { RuntimeStore } from '@fieldledger/runtime'

type Awaited = NonNullable<StepVisit['waitsFor']>

/** "<step> <visit>" → which form it waits for, where steps run one at a time. */
export async function turnsAwaited(
  store: Pick<RuntimeStore, 'turns' | 'submissions' | 'runs'>,
  runId: string,
): Promise<ReadonlyMap<string, Awaited>> {
  const found = new Map<string, Awaited>()
  for (const turn of await store.turns.ofRun(runId)) {
    const [first] = await store.turns.before(turn, 1)
    if (first === undefined) continue
    const { submissionId, stepName } = first
    const number = (await store.submissions.get(submissionId))?.number ?? null
    const paused = (await store.runs.get(first.runId))?.state === 'paused'
    found.set(`${turn.stepId} ${turn.visit}`, { submissionId, number, stepName, paused })
  }
  return found
}
