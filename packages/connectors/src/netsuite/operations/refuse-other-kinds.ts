import { type DocumentKind, documentCapability, NotAllowed } from '@fieldledger/accounting'
import { capabilities } from '../capabilities.ts'

export function refuseOtherKinds(kind: DocumentKind): void {
  if (documentCapability(capabilities, kind) !== undefined) return
  throw new NotAllowed(
    'Fieldledger does not send this kind of document to NetSuite. Use a form of the type purchase order or service order.',
    { params: { kind } },
  )
}
