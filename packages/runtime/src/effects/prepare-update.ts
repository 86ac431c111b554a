import {
  changedThere,
  compareDocuments,
  type LedgerDocument,
  type RemoteDocument,
  twoVersions,
} from '@fieldledger/accounting'
import type { Confirmation, Effect } from '../ports/effect-store.ts'
import type { ActedStamp } from '../timeline/actors.ts'
import { documentHash } from './content-hash.ts'
import { callScope, type EffectWork } from './effect-work.ts'
import { holdEdited, holdRemoved } from './hold-changed-there.ts'
import type { Prepared } from './prepare-effect.ts'
import { readDocument } from './read-document.ts'
import { settleConfirmed } from './settle-confirmed.ts'
import { settleUnchanged } from './settle-unchanged.ts'
import { versionOf } from './version-of.ts'

/**
 * Looks at the record as it is now. What a person changed or removed there since we last read it is never written
 * over: a bookkeeper is asked (reliability §2.2 step 12, G-13).
 */
export async function prepareUpdate(
  work: EffectWork,
  next: { create: Effect; document: LedgerDocument; stamps: ActedStamp[] },
): Promise<Prepared | undefined> {
  const { create, document, stamps } = next
  const { confirmation } = create
  const hash = documentHash(document)
  if (confirmation === undefined) return undefined
  if (confirmation.hash === hash) return parked(settleUnchanged(work, create))
  const found = await readDocument(work.driver, {
    kind: document.kind,
    reference: confirmation.reference,
    scope: callScope(work),
  })
  if (found === null || found.status === 'removed') return parked(holdRemoved(work, create))
  const input = { document, reference: found.reference }
  const frozen = { operation: 'document.update' as const, input, hash }
  if (compareDocuments(document, found).length === 0)
    return parked(settleConfirmed({ ...work, effect: { ...work.effect, frozen } }, found))
  if (wasEdited({ confirmation, found, allowed: work.effect.overwrites }))
    return parked(
      holdEdited(work, {
        found,
        differences: twoVersions({ ours: document, before: confirmation.document, now: found }),
      }),
    )
  return { frozen, stamps }
}

async function parked(doing: Promise<void>): Promise<undefined> {
  await doing
  return undefined
}

function wasEdited(seen: {
  confirmation: Confirmation
  found: RemoteDocument
  allowed: string | undefined
}): boolean {
  const { confirmation, found, allowed } = seen
  if (allowed === versionOf(found)) return false
  if (confirmation.kept === true) return true
  const { revision } = confirmation.reference
  if (revision !== undefined && revision === found.reference.revision) return false
  const before = confirmation.document
  return before === undefined || changedThere({ before, now: found }).length > 0
}
