import type { CatalogueKind } from '../records/catalogue-record.ts'

/** One column of the file in which a list is handed out and taken back. */
export interface FileColumn {
  field: string
  heading: string
  kind: 'text' | 'decimal' | 'switch' | 'account' | 'vendor'
}

/** The record's own id: with it a name can be changed, too. */
export const idHeading = 'Id'

const text = (field: string, heading: string): FileColumn => ({ field, heading, kind: 'text' })
const name = text('name', 'Name')
const [email, phone] = [text('email', 'E-mail'), text('phone', 'Phone number')]
const account: FileColumn = { field: 'accountId', heading: 'Account', kind: 'account' }

export const fileColumns: Record<CatalogueKind, readonly FileColumn[]> = {
  vendor: [
    name,
    email,
    phone,
    text('currency', 'Currency'),
    text('address', 'Legal address'),
    text('city', 'City'),
    text('region', 'State or province'),
    text('postalCode', 'Postal code'),
    text('country', 'Country'),
    text('accountNumber', 'Account number'),
    account,
  ],
  material: [
    name,
    text('sku', 'SKU'),
    text('description', 'Description'),
    text('unit', 'Unit'),
    { field: 'price', heading: 'Price', kind: 'decimal' },
    { field: 'freeOfCharge', heading: 'Free of charge', kind: 'switch' },
    { field: 'vendorId', heading: 'Supplier', kind: 'vendor' },
    account,
  ],
  customer: [name, email, phone],
  project: [name, text('code', 'Code')],
  'cost-code': [text('code', 'Code'), name],
  account: [text('number', 'Number'), name, text('role', 'Role')],
}
