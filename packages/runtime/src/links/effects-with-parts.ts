import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { partsOfSplit } from './parts-of-split.ts'

/** What is sent of a form: of itself, and of the orders into which it was split. */
export async function effectsWithParts(store: RuntimeStore, submissionId: string): Promise<Effect[]> {
  const submission = await store.submissions.get(submissionId)
  const parts = submission === undefined ? [] : await partsOfSplit(store, submission)
  return store.effects.ofSubmissions([submissionId, ...parts.map(({ id }) => id)])
}
