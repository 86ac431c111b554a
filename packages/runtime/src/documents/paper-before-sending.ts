import { documentCapability, LedgerError } from '@fieldledger/accounting'
import { type DocumentDraft, documentNumber, type Problem } from '@fieldledger/workflow'
import { createEffectOf } from '../effects/document-effects.ts'
import { documentsThere } from './documents-there.ts'
import type { LoadDraft } from './load-draft.ts'
import { lookScope } from './look-scope.ts'

/** What sending would ask about later: a vendor's paper that was typed into the ledger by hand (duplicate guard). */
export async function paperBeforeSending(
  input: LoadDraft,
  { document: ours }: DocumentDraft,
): Promise<Problem[]> {
  const { runtime, scope, submission, request, connection } = input
  const can = documentCapability(connection.capabilities, request.documentKind)
  if (ours === undefined || can?.looksForPaper !== true) return []
  if (!documentNumber({ submission, request }).isOfVendor) return []
  const connectionId = connection.id
  const target = await runtime.ports.lookups.connections.target({ scope, connectionId })
  if (target === undefined) return []
  const effects = await runtime.ports.stores.of(scope).effects.ofSubmission(submission.id)
  const effect = createEffectOf(effects, { connectionId, documentKind: request.documentKind })
  const { id: submissionId } = submission
  const call = lookScope(input)
  const look = { runtime, scope, connection, submissionId, effect, call, driver: runtime.driverFor(target) }
  try {
    return await documentsThere(look, { ours, met: { code: 'document-there', refused: false } })
  } catch (error) {
    // It is looked for again before it is sent.
    if (error instanceof LedgerError) return []
    throw error
  }
}
