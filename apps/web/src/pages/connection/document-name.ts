import { FormType } from '@fieldledger/forms'
import { formTypeName } from '@fieldledger/workflow'

/** What we call this kind of document. */
export function documentName(kind: string): string {
  return isFormType(kind) ? formTypeName(kind) : kind
}

function isFormType(kind: string): kind is FormType {
  return FormType.anyOf.some((one) => one.const === kind)
}
