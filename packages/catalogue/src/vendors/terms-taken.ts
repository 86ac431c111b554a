import type { PaymentTerms } from '@fieldledger/accounting'
import type { Vendor } from '../records/catalogue-record.ts'

/** The ledger's terms of payment, where ours has others: they are typed there alone, so nothing of ours is lost. Pure. */
export function termsTaken(
  ours: Pick<Vendor, 'paymentTerms'>,
  theirs: { paymentTerms?: PaymentTerms | undefined },
): Pick<Vendor, 'paymentTerms'> {
  const { paymentTerms: there } = theirs
  const { paymentTerms: here } = ours
  const isSame = here?.count === there?.count && here?.days === there?.days
  return there === undefined || isSame ? {} : { paymentTerms: there }
}
