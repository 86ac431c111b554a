import { documentCapability, LedgerError, type RemoteDocument, whyFixed } from '@fieldledger/accounting'
import type { DocumentDraft, Problem } from '@fieldledger/workflow'
import { documentHash } from '../effects/content-hash.ts'
import { createEffectOf, wasUndone } from '../effects/document-effects.ts'
import { isRemoved } from '../effects/mark-removed.ts'
import { readRemote } from '../effects/read-remote.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { LoadDraft } from './load-draft.ts'

/** Whether a change of what is in the ledger already would still be taken in there: it is looked at as it stands now. */
export async function fixedThere(
  { runtime, scope, submission, request, connection }: LoadDraft,
  { document: wanted }: Pick<DocumentDraft, 'document'>,
): Promise<Problem[]> {
  const { documentKind } = request
  const can = documentCapability(connection.capabilities, documentKind)
  const effects = await runtime.ports.stores.of(scope).effects.ofSubmission(submission.id)
  const create = createEffectOf(effects, { connectionId: connection.id, documentKind })
  if (can === undefined || create?.confirmation === undefined || wasUndone(create) || isRemoved(create))
    return []
  // Nothing of it is to be changed: such a send writes down that it is there, and asks nothing of how it stands.
  if (wanted !== undefined && documentHash(wanted) === create.confirmation.hash) return []
  const there = await asItStands(runtime, create)
  const changing = { ledger: connection.providerLabel, can, ...(wanted === undefined ? {} : { wanted }) }
  const message = there === undefined ? undefined : whyFixed({ ...changing, there })
  return message === undefined ? [] : [{ code: 'fixed-there', severity: 'error', message }]
}

/** A ledger that cannot be asked stands as it was last read: it is looked at again before anything leaves. */
async function asItStands(runtime: Runtime, create: Effect): Promise<RemoteDocument | undefined> {
  try {
    return (await readRemote({ runtime, companyId: create.companyId, look: true }, create)) ?? undefined
  } catch (error) {
    if (error instanceof LedgerError) return create.confirmation?.document
    throw error
  }
}
