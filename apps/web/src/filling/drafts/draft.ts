import type { ProposedVendor } from '@fieldledger/forms'

/** A filled form that the server has not acknowledged yet. `id` becomes the submission's id. */
export interface Draft {
  id: string
  companyId: string
  personId: string
  formId: string
  formName: string
  formVersion: number
  /** The order that it is made from. */
  madeFrom?: string
  values: Record<string, unknown>
  proposedVendors: ProposedVendor[]
  /** sending = submit was pressed and no answer has come yet: the same id is sent again, never a second form. */
  state: 'draft' | 'sending'
  /** Something was typed since it was opened. */
  touched: boolean
  updatedAt: string
}
