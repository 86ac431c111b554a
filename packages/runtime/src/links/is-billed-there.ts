import { isFullyBilled, type LinkedForm, orderProgress, type Submission } from '@fieldledger/forms'
import { createEffectOf } from '../effects/document-effects.ts'
import { isRemoved } from '../effects/mark-removed.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'

interface Asked {
  order: Submission
  /** Of the order there. */
  create: Effect | undefined
  connectionId: string
}

/**
 * Do the bills of the order that stand in this ledger cover it, each with what of it arrived there? Whatever became of a
 * form here counts nothing: one that waits or was never sent bills nothing there, and one that stayed there does.
 */
export async function isBilledThere(store: RuntimeStore, asked: Asked): Promise<boolean> {
  const { order, create, connectionId } = asked
  const bills = (await store.submissions.madeFrom(order.id)).filter(({ formType }) => formType === 'bill')
  if (bills.length === 0) return false
  const effects = await store.effects.ofSubmissions(bills.map(({ id }) => id))
  const there: LinkedForm[] = []
  for (const { id } of bills) {
    const own = effects.filter(({ submissionId }) => submissionId === id)
    const sent = createEffectOf(own, { connectionId, documentKind: 'bill' })
    const arrived = sent !== undefined && hasArrived(sent) ? sent.confirmation : undefined
    const values = arrived && (await valuesAt(store, { id, revision: arrived.revision }))
    if (values !== undefined) there.push({ type: 'bill', status: 'approved', values })
  }
  const revision = create?.confirmation?.revision ?? order.revision
  const values = (await valuesAt(store, { id: order.id, revision })) ?? order.values
  return isFullyBilled(orderProgress({ type: order.formType, values }, there))
}

function hasArrived(create: Effect): boolean {
  const { state, confirmation } = create
  return state === 'confirmed' && confirmation?.verified !== 'pending' && !isRemoved(create)
}

async function valuesAt(
  store: RuntimeStore,
  which: { id: string; revision: number },
): Promise<Submission['values'] | undefined> {
  return (await store.submissions.atRevision(which))?.values
}
