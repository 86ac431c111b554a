import type { Task } from '@fieldledger/workflow'
import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'

/** Its open tasks are taken back: what they asked for has come. */
export async function closeTasks(
  store: RuntimeStore,
  of: { effect: Pick<Effect, 'id' | 'submissionId'>; kinds?: readonly Task['kind'][] },
): Promise<void> {
  const { id, submissionId } = of.effect
  if (submissionId === null) return
  const kinds = of.kinds === undefined ? {} : { kinds: of.kinds }
  await store.tasks.cancelOpen({ submissionId, effectId: id, ...kinds })
}
