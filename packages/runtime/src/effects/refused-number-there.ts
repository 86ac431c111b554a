import { LedgerError } from '@fieldledger/accounting'
import type { Problem } from '@fieldledger/workflow'
import { documentsThere } from '../documents/documents-there.ts'
import { callScope, type EffectWork } from './effect-work.ts'

/** The ledger refused the number: what bears it there is offered, where it is of the same vendor and nobody's. */
export async function refusedNumberThere(work: EffectWork, { code }: LedgerError): Promise<Problem[]> {
  const { frozen, submissionId } = work.effect
  if (frozen?.operation !== 'document.create' || submissionId === null) return []
  const look = { ...work, call: callScope(work), submissionId }
  try {
    return await documentsThere(look, { ours: frozen.input, met: { code, refused: true } })
  } catch (error) {
    // The refusal is told all the same: trying again looks once more.
    if (error instanceof LedgerError) return []
    throw error
  }
}
