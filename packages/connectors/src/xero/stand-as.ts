import type { DocumentKind } from '@fieldledger/accounting'
import type { XeroBed } from './fake/practice-bed.ts'

interface Standing {
  kind: DocumentKind
  id: string
  standing: string
}

/** For tests: what people do there until a document stands so. As a draft or for approval it is made. */
export async function standAs(bed: XeroBed, { kind, id, standing }: Standing): Promise<void> {
  const path = `/realms/${bed.realm}/${kind === 'bill' ? 'Invoices' : 'PurchaseOrders'}/${id}`
  if (standing === 'billed') await bed.control(path, { Status: 'BILLED' })
  if (standing !== 'paid') return
  await bed.control(path, { Status: 'AUTHORISED' })
  await bed.control(`${path}/payments`, {})
}
