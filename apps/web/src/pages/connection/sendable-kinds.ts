import type { Capabilities, DocumentKind } from '@fieldledger/accounting'
import { FormType } from '@fieldledger/forms'
import { documentForForm } from '@fieldledger/workflow'

/** The documents of our forms that this ledger takes, or that its users know from elsewhere, in the order of the form types. */
export function sendableKinds({ documents, sendingCaptions = {} }: Capabilities): DocumentKind[] {
  return FormType.anyOf.flatMap(({ const: type }) => {
    const kind = documentForForm(type)
    if (kind === undefined) return []
    return documents[kind]?.create === true || sendingCaptions[kind] !== undefined ? [kind] : []
  })
}
