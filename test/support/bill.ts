import type { FormContent } from '@fieldledger/forms'
import { purchaseOrderForm } from '../../apps/local/src/practice/practice-forms.ts'

/** A bill: the purchase order's fields, of which the due date fills itself in. */
export function billForm(): FormContent {
  const order = purchaseOrderForm({ prefix: 'BILL', costCodes: false })
  return { ...order, name: 'Bill', type: 'bill' }
}
