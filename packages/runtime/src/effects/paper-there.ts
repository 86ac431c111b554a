import { documentCapability, type LedgerDocument } from '@fieldledger/accounting'
import type { Submission } from '@fieldledger/forms'
import { documentNumber, type Problem } from '@fieldledger/workflow'
import { documentsThere } from '../documents/documents-there.ts'
import { callScope, type EffectWork } from './effect-work.ts'
import { looksAfterRestore } from './looks-after-restore.ts'

/** Before a vendor's paper goes out: one that was typed in there by hand, which the ledger would take a second time. */
export async function paperThere(
  work: EffectWork,
  { document, submission }: { document: LedgerDocument; submission: Submission },
): Promise<Problem[]> {
  const { effect, connection } = work
  const looks = documentCapability(connection.capabilities, document.kind)?.looksForPaper === true
  if (!looks || effect.request === undefined) return []
  const { isOfVendor } = documentNumber({ submission, request: effect.request })
  // What was sent before our database was restored is looked for by itself, and is ours.
  if (!isOfVendor || looksAfterRestore(work, submission)) return []
  const look = { ...work, call: callScope(work), submissionId: submission.id }
  return documentsThere(look, { ours: document, met: { code: 'document-there', refused: false } })
}
