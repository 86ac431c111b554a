import {
  changedThere,
  documentCapability,
  type LedgerDocument,
  leadsBackOnly,
  type RemoteDocument,
  saysTheSame,
  twoVersions,
  whyFixed,
} from '@fieldledger/accounting'
import type { Confirmation, Effect } from '../ports/effect-store.ts'
import type { ActedStamp } from '../timeline/actors.ts'
import { documentHash } from './content-hash.ts'
import { callScope, type EffectWork } from './effect-work.ts'
import { hasMoved } from './has-moved.ts'
import { holdEdited, holdRemoved } from './hold-changed-there.ts'
import type { Prepared } from './prepare-effect.ts'
import { readDocument } from './read-document.ts'
import { settleTaken } from './settle-taken.ts'
import { settleUnchanged } from './settle-unchanged.ts'
import { versionOf } from './version-of.ts'

interface Seen {
  confirmation: Confirmation
  found: RemoteDocument
  /** The version that a person said may be written over. */
  allowed: string | undefined
}

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
  const found = await readDocument(work.driver, {
    kind: document.kind,
    reference: confirmation.reference,
    scope: callScope(work),
  })
  if (found === null || found.status === 'removed') return parked(holdRemoved(work, create))
  if (confirmation.hash === hash) return parked(settleUnchanged(work, { seen: create, found }))
  const input = { document, reference: found.reference }
  const frozen = { operation: 'document.update' as const, input, hash }
  const same = saysTheSame(document, found)
  // By somebody's hand, or by an update of ours whose answer was lost. Where nothing that can be read has moved there, what
  // we would change is what no ledger gives back, and it must be sent.
  if (same && wasTouched({ confirmation, found, ours: document }))
    return parked(settleTaken({ ...work, effect: { ...work.effect, frozen } }, found))
  if (!same && wasEdited({ confirmation, found, allowed: work.effect.overwrites }))
    return parked(
      holdEdited(work, {
        found,
        fixed: fixedIn(work, { found, document }),
        differences: twoVersions({ ours: document, before: confirmation.document, now: found }),
      }),
    )
  return { frozen, stamps }
}

/** Then ours cannot be sent over it. */
function fixedIn(
  { connection }: EffectWork,
  { found, document }: { found: RemoteDocument; document: LedgerDocument },
): string | undefined {
  const can = documentCapability(connection.capabilities, document.kind)
  if (can === undefined) return undefined
  return whyFixed({ ledger: connection.providerLabel, can, there: found, wanted: document })
}

async function parked(doing: Promise<void>): Promise<undefined> {
  await doing
  return undefined
}

function wasEdited({ confirmation, found, allowed }: Seen): boolean {
  if (allowed === versionOf(found)) return false
  if (confirmation.kept === true) return true
  return wasTouched({ confirmation, found })
}

/** Something that can be read is otherwise there than we left it; the way back alone tells nothing of what `ours` says. */
function wasTouched({
  confirmation,
  found,
  ours,
}: Pick<Seen, 'confirmation' | 'found'> & { ours?: LedgerDocument }): boolean {
  const { reference, document: before } = confirmation
  if (!hasMoved(reference, found.reference)) return false
  if (before === undefined) return true
  const isWayBack = ours !== undefined && leadsBackOnly(found.memo, ours)
  return changedThere({ before, now: found }).some((field) => field !== 'memo' || !isWayBack)
}
