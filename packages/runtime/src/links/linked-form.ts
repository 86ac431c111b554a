import type { LinkedForm, Submission } from '@fieldledger/forms'

export function linkedForm({ formType, status, values }: Submission): LinkedForm {
  return { type: formType, status, values }
}
