import { type DocumentKind, documentCapability } from '@fieldledger/accounting'
import type { ConnectionSummary } from './connection-summary.ts'

/** Whether the lines of this document carry their tax in this ledger company (G-14). One that never said so does not. */
export function takesLineTax(
  { capabilities, ledger }: Pick<ConnectionSummary, 'capabilities' | 'ledger'>,
  kind: DocumentKind,
): boolean {
  const lineTax = documentCapability(capabilities, kind)?.lineTax
  return lineTax === true || (lineTax === 'by-company' && ledger?.purchaseTax === true)
}
