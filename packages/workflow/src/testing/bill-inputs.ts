import type { DocumentCapability } from '@fieldledger/accounting'
import type { MaterialRow } from '@fieldledger/forms'
import type { DraftInputs } from '../drafting/draft-inputs.ts'
import { orderInputs, pipe, sand } from './order-inputs.ts'

const money = (minor: number) => ({ minor, currency: 'USD' })
const rows: MaterialRow[] = [{ ...pipe, taxPercent: '8.25' }, sand]

/** A bill of 30.00 with tax of 0.83 on its first line, for a ledger that can do this. */
export function billInputs(can: Partial<DocumentCapability> = {}): DraftInputs {
  const inputs = orderInputs(rows)
  const { request, submission, connection } = inputs
  const { capabilities } = connection
  const documents = { ...capabilities.documents, bill: { ...Object(capabilities.documents.bill), ...can } }
  return {
    ...inputs,
    request: { ...request, documentKind: 'bill' },
    submission: { ...submission, totals: { net: money(3000), tax: money(83), total: money(3083) } },
    connection: { ...connection, capabilities: { ...capabilities, documents } },
  }
}
