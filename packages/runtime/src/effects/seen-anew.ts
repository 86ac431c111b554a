import { changedThere, type Difference, describeField, type RemoteDocument } from '@fieldledger/accounting'
import type { Confirmation } from '../ports/effect-store.ts'
import { valuesOf } from '../reconcile/values-of.ts'
import { paidOrNot } from './paid-or-not.ts'
import { withStateThere } from './with-state-there.ts'

/**
 * What we read last stays the base of our next update; what stands there now is said beside it. undefined = nothing that a
 * form shows is otherwise.
 */
export function seenAnew(
  confirmation: Confirmation,
  { document, found, byBills }: { document: RemoteDocument; found: RemoteDocument; byBills?: boolean },
): Confirmation | undefined {
  const there = withStateThere(document, found)
  const isMoved = stateOf(found) !== stateOf(document)
  // The bills that close an order change nothing of it either.
  const sent = byBills === true ? { ...document, status: found.status } : paidOrNot(document, found)
  const differences = differencesOf(sent, found)
  const { edited, ...before } = confirmation
  // What a person kept is kept no more where it was changed since.
  const { kept: _asItStood, ...unkept } = before
  if (differences.length > 0)
    return { ...unkept, document: there, verified: 'differs', differences, edited: true }
  // Whoever changed it has changed it back.
  if (edited === true) return { ...before, document: there, verified: 'verified', differences: [] }
  return isMoved ? { ...before, document: there } : undefined
}

function differencesOf(document: RemoteDocument, found: RemoteDocument): Difference[] {
  const [before, now] = [valuesOf(document), valuesOf(found)]
  return changedThere({ before: document, now: found }).map((field) => ({
    field: describeField(field),
    sent: before.get(field) ?? '',
    found: now.get(field) ?? '',
  }))
}

export function stateOf({ status, stateThere }: RemoteDocument): string {
  return stateThere ?? (status === 'closed' ? 'Closed' : 'Open')
}
