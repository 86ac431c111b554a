import { companyScope } from '@fieldledger/workflow'
import { NotFound } from '../errors/runtime-errors.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { byPerson } from '../timeline/actors.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { freshAttemptGroup } from './plan-send.ts'

export interface RetryHeld extends PersonalUseCase {
  /** One of both. */
  taskId?: string
  submissionId?: string
}

/** Looks again at what was held: it goes on when its problems are cured, else the task stays with the ones that are left. */
export async function retryHeld(input: RetryHeld): Promise<{ woken: number }> {
  const { runtime, person } = input
  const woken = await runtime.ports.stores.transact(companyScope(input.companyId), async (store) => {
    const held = await heldEffects(store, input)
    for (const effect of held) await retryDependencies(store, effect)
    const count = held.length === 0 ? 0 : await store.effects.wake({ ids: held.map(({ id }) => id) })
    const [first] = held
    if (first !== undefined && first.submissionId !== null)
      await store.timeline.append({
        submissionId: first.submissionId,
        stamps: [{ code: 'retried', params: {}, actor: byPerson(person) }],
        at: runtime.clock.now(),
      })
    await store.outbox.post({ work: true, hints: [{ topic: 'tasks' }, { topic: 'attention' }] })
    return count
  })
  runtime.doorbell.ring()
  return { woken }
}

async function heldEffects(store: RuntimeStore, { taskId, submissionId }: RetryHeld): Promise<Effect[]> {
  if (taskId !== undefined) {
    const task = await store.tasks.get(taskId)
    if (task?.effectId === undefined) throw new NotFound('task')
    const effect = await store.effects.get(task.effectId)
    return effect === undefined ? [] : [effect]
  }
  if (submissionId === undefined) return []
  const effects = await store.effects.ofSubmission(submissionId)
  return effects.filter(({ waitingFor }) => waitingFor === 'cure' || waitingFor === 'person')
}

// An item that the ledger refused is tried again with the document that needs it.
async function retryDependencies(store: RuntimeStore, effect: Effect): Promise<void> {
  for (const id of effect.dependsOn) {
    const before = await store.effects.get(id)
    if (before?.state === 'rejected' && before.target.kind !== 'document')
      await store.effects.amend({ effect: before, change: freshAttemptGroup(before) })
  }
}
