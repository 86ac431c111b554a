import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'
import { covers, goesFirst, isSettled, laterEffectsOf, neverSent, updateFor } from './document-effects.ts'
import { laterKey } from './effect-key.ts'
import { corrected, newEffect, type PlanSend } from './plan-send.ts'

export interface PlanUpdate extends PlanSend {
  create: Effect
  effects: readonly Effect[]
}

/** A later revision of a document that is there, or may be: an update that waits for everything before it. */
export async function planUpdate(store: RuntimeStore, plan: PlanUpdate): Promise<string> {
  const { create, effects, submission } = plan
  const wanted = { revision: submission.revision, request: plan.request }
  const there = create.confirmation
  if (there !== undefined && there.kept !== true && covers(there, wanted)) return create.id
  await supersedeOlder(store, plan)
  const existing = updateFor(effects, { create, revision: submission.revision })
  if (existing !== undefined) return again(store, { existing, plan })
  const waitsFor = laterEffectsOf(effects, create).filter(goesFirst)
  const waits = waitsFor.length > 0 || !isSettled(create)
  const update = newEffect(plan, {
    key: laterKey({ operation: 'update', createId: create.id, revision: submission.revision }),
    operation: 'update',
    target: create.target,
    dependsOn: [create.id, ...waitsFor.map(({ id }) => id)],
    ...(waits ? { waitingFor: 'effect' as const, dueAt: null } : {}),
  })
  await store.effects.insert(update)
  // Touched, so that its settling and this waiting cannot pass each other unseen.
  if (waits) await store.effects.wake({ ids: update.dependsOn })
  return update.id
}

// The same revision once more, e.g. with another mapping, or after a refusal.
async function again(
  store: RuntimeStore,
  { existing, plan }: { existing: Effect; plan: PlanUpdate },
): Promise<string> {
  const onItsWay = !isSettled(existing) && !neverSent(existing)
  if (!onItsWay) await store.effects.amend({ effect: existing, change: corrected(existing, plan) })
  return existing.id
}

async function supersedeOlder(
  store: RuntimeStore,
  { effects, create, submission }: PlanUpdate,
): Promise<void> {
  for (const older of laterEffectsOf(effects, create)) {
    const waiting = older.state === 'planned' && neverSent(older)
    if (older.operation === 'update' && older.revision < submission.revision && waiting)
      await store.effects.amend({
        effect: older,
        change: { state: 'superseded', waitingFor: null, due: 'never' },
      })
  }
}
