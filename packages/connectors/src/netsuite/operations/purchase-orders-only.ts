import { type DocumentKind, NotAllowed } from '@fieldledger/accounting'

export function purchaseOrdersOnly(kind: DocumentKind): void {
  if (kind === 'purchase-order') return
  throw new NotAllowed(
    'Fieldledger sends purchase orders only to NetSuite. Use a form of the type purchase order.',
    { params: { kind } },
  )
}
