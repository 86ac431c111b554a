import { tryEffectAgain } from '../effects/retry-effect.ts'
import { tryHeldAgain } from '../effects/retry-held.ts'
import type { Person } from '../ports/person.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { AttentionEntry } from '../reads/needs-attention.ts'
import { tryRunAgain } from '../runs/retry-run.ts'

/** Whatever of a form needs attention takes its step once more, inside of a transaction. */
export async function tryAgain(
  store: RuntimeStore,
  of: { runtime: Runtime; entry: AttentionEntry; person: Pick<Person, 'id' | 'name'> },
): Promise<void> {
  const { entry, runtime, person } = of
  const by = { person, at: runtime.clock.now() }
  const { submissionId, effectId, runId } = entry
  // What is held and not yet sent goes on by itself once its problem is cured.
  if (effectId !== undefined && (await tryHeldAgain(store, { ...by, submissionId })) > 0) return
  if (runId !== undefined) await tryRunAgain(store, { runtime, person, runId })
  else if (effectId !== undefined) await tryEffectAgain(store, { ...by, effectId })
}
