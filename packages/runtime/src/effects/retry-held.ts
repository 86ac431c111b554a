import { companyScope } from '@fieldledger/workflow'
import { NotFound } from '../errors/runtime-errors.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { Person } from '../ports/person.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { byPerson } from '../timeline/actors.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { freshAttemptGroup } from './plan-send.ts'

interface HeldWhere {
  /** One of both. */
  taskId?: string
  submissionId?: string
}

export interface RetryHeld extends PersonalUseCase, HeldWhere {}

/** Looks again at what was held: it goes on when its problems are cured, else the task stays with the ones that are left. */
export async function retryHeld(input: RetryHeld): Promise<{ woken: number }> {
  const { runtime } = input
  const woken = await runtime.ports.stores.transact(companyScope(input.companyId), async (store) => {
    const count = await tryHeldAgain(store, { ...input, at: runtime.clock.now() })
    await store.outbox.post({ work: true, hints: [{ topic: 'tasks' }, { topic: 'attention' }] })
    return count
  })
  runtime.doorbell.ring()
  return { woken }
}

/** Inside of a transaction; how many are looked at again. */
export async function tryHeldAgain(
  store: RuntimeStore,
  from: HeldWhere & { person: Pick<Person, 'id' | 'name'>; at: Date },
): Promise<number> {
  const held = await heldEffects(store, from)
  for (const effect of held) await retryDependencies(store, { effect, triedBy: from.person.id })
  const [first] = held
  if (first === undefined) return 0
  const woken = await store.effects.wake({ ids: held.map(({ id }) => id), triedBy: from.person.id })
  // Nobody is said to have tried again what goes on already, or asks for an answer instead.
  if (woken > 0 && first.submissionId !== null)
    await store.timeline.append({
      submissionId: first.submissionId,
      stamps: [{ code: 'retried', params: {}, actor: byPerson(from.person) }],
      at: from.at,
    })
  return woken
}

async function heldEffects(store: RuntimeStore, { taskId, submissionId }: HeldWhere): Promise<Effect[]> {
  if (taskId !== undefined) {
    const task = await store.tasks.get(taskId)
    if (task?.effectId === undefined) throw new NotFound('task')
    const effect = await store.effects.get(task.effectId)
    return effect === undefined ? [] : [effect].filter(isHeld)
  }
  if (submissionId === undefined) return []
  return (await store.effects.ofSubmission(submissionId)).filter(isHeld)
}

function isHeld({ waitingFor }: Effect): boolean {
  return waitingFor === 'cure' || waitingFor === 'person'
}

// An item that the ledger refused, or that a person stopped, is tried again with the document that needs it.
async function retryDependencies(
  store: RuntimeStore,
  { effect, triedBy }: { effect: Effect; triedBy: string },
): Promise<void> {
  for (const id of effect.dependsOn) {
    const before = await store.effects.get(id)
    if (before === undefined || before.target.kind === 'document') continue
    if (before.state === 'rejected' || before.state === 'stopped')
      await store.effects.amend({ effect: before, change: { ...freshAttemptGroup(before), triedBy } })
  }
}
