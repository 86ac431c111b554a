import { createHash } from 'node:crypto'
import { crowdItem, crowdVendor } from '../../../fake-service/trades/crowd.ts'
import type { CrowdMade, TenantMade } from '../books/record.ts'
import type { Tenant } from '../books/tenant.ts'
import { contactElement, itemElement } from './seed-elements.ts'

/** Very many contacts and items, the same ones, ids included, each time the books are read. */
export function crowdElements(tenant: Tenant, { vendors, items, at }: CrowdMade): TenantMade['elements'] {
  const contactsBefore = tenant.all('Contact').length
  const itemsBefore = tenant.all('Item').length
  return [
    ...Array.from({ length: vendors }, (_, n) => {
      const ContactID = idOf(tenant, `contact ${contactsBefore + n}`)
      const body = contactElement(crowdVendor(contactsBefore + n))
      return { kind: 'Contact' as const, element: { ...body, ContactID, UpdatedDateUTC: at } }
    }),
    ...Array.from({ length: items }, (_, n) => {
      const ItemID = idOf(tenant, `item ${itemsBefore + n}`)
      const body = itemElement(crowdItem(itemsBefore + n))
      return { kind: 'Item' as const, element: { ...body, ItemID, UpdatedDateUTC: at } }
    }),
  ]
}

function idOf({ id }: Tenant, name: string): string {
  const hash = createHash('sha256').update(`${id} ${name}`).digest('hex')
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}
