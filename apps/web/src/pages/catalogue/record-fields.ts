import type { CatalogueList } from './catalogue-list.ts'
import { messages } from './messages.ts'

export interface RecordField {
  name: string
  label: string
  required?: boolean
  kind?: 'text' | 'paragraph' | 'decimal' | 'emails' | 'account' | 'vendor' | 'role' | 'switch'
  /** Shown as a column of the list. */
  column?: boolean
}

const name: RecordField = { name: 'name', label: messages.name, required: true, column: true }
const email: RecordField = { name: 'email', label: messages.email, column: true }
const phone: RecordField = { name: 'phone', label: messages.phone, column: true }
const account: RecordField = { name: 'accountId', label: messages.account, kind: 'account' }

/** What each kind of record has, for the form and for the columns. */
export const recordFields: Record<CatalogueList, readonly RecordField[]> = {
  vendors: [
    name,
    { ...email, kind: 'emails' },
    phone,
    { name: 'currency', label: messages.currency, column: true },
    { name: 'address', label: messages.address, kind: 'paragraph' },
    { name: 'city', label: messages.city },
    { name: 'region', label: messages.region },
    { name: 'postalCode', label: messages.postalCode },
    { name: 'country', label: messages.country },
    { name: 'accountNumber', label: messages.accountNumber },
    account,
  ],
  materials: [
    name,
    { name: 'sku', label: messages.sku, column: true },
    { name: 'unit', label: messages.unit, column: true },
    { name: 'price', label: messages.price, kind: 'decimal', column: true },
    { name: 'freeOfCharge', label: messages.freeOfCharge, kind: 'switch' },
    { name: 'description', label: messages.description, kind: 'paragraph' },
    { name: 'vendorId', label: messages.supplier, kind: 'vendor' },
    account,
  ],
  customers: [name, email, phone],
  projects: [name, { name: 'code', label: messages.code, column: true }],
  'cost-codes': [{ name: 'code', label: messages.code, required: true, column: true }, name],
  accounts: [
    { name: 'number', label: messages.number, column: true },
    name,
    { name: 'role', label: messages.role, required: true, kind: 'role', column: true },
  ],
}
