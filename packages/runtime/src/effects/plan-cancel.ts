import type { Submission } from '@fieldledger/forms'
import type { Effect } from '../ports/effect-store.ts'
import type { Person } from '../ports/person.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { goesFirst, isSettled, laterEffectsOf } from './document-effects.ts'
import { laterKey } from './effect-key.ts'

/** Takes a document out of the ledger; waits for the create and for updates under way. */
export async function planCancel(
  store: RuntimeStore,
  plan: {
    runtime: Runtime
    submission: Submission
    create: Effect
    effects: readonly Effect[]
    person: Person
    /** It is deleted there, where it would be closed. */
    deleted?: boolean
  },
): Promise<void> {
  const { runtime, submission, create, effects, person, deleted = false } = plan
  const before = laterEffectsOf(effects, create).filter(goesFirst)
  const waits = before.length > 0 || !isSettled(create)
  const now = runtime.clock.now()
  const cancel: Effect = {
    ...create,
    id: runtime.newId(),
    key: laterKey({ operation: 'cancel', createId: create.id, revision: submission.revision }),
    operation: 'cancel',
    target: deleted && create.target.kind === 'document' ? { ...create.target, deleted } : create.target,
    revision: submission.revision,
    requestedBy: { personId: person.id },
    state: 'planned',
    waitingFor: waits ? 'effect' : null,
    dueAt: waits ? null : now,
    wakes: 0,
    epoch: 0,
    attempts: 0,
    tries: 0,
    sends: 0,
    attemptGroup: 1,
    dependsOn: [create.id, ...before.map(({ id }) => id)],
    problems: [],
    createdAt: now,
    updatedAt: now,
  }
  const {
    frozen: _f,
    requestKey: _k,
    firstSentAt: _a,
    sentAt: _s,
    error: _e,
    confirmation: _c,
    taskId: _t,
    triedBy: _b,
    ...fresh
  } = cancel
  await store.effects.insert(fresh)
  if (waits) await store.effects.wake({ ids: cancel.dependsOn })
}
