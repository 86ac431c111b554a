import type { JsonObject } from '../../fake-service/json.ts'
import { textOf } from '../../fake-service/json.ts'

export type ElementKind =
  | 'Contact'
  | 'Item'
  | 'Account'
  | 'TaxRate'
  | 'TrackingCategory'
  | 'Currency'
  | 'PurchaseOrder'
  | 'Invoice'
  | 'RepeatingInvoice'
  | 'Payment'

interface KindTraits {
  /** Segment of the address and name of the array that elements travel in. */
  plural: string
  id: string
  /** What else an address or an upsert may name the element by. */
  alias?: string
  scope: 'accounting.contacts' | 'accounting.settings' | 'accounting.invoices' | 'accounting.payments'
  methods: readonly ('PUT' | 'POST')[]
  isDocument: boolean
  /** Whether its list may be asked for by `If-Modified-Since`. */
  isSinceKnown?: true
}

const settings = { scope: 'accounting.settings', isDocument: false } as const
const document = { scope: 'accounting.invoices', isDocument: true, methods: ['PUT', 'POST'] } as const
const isSinceKnown = true

export const elementKinds: Readonly<Record<ElementKind, KindTraits>> = {
  Contact: {
    plural: 'Contacts',
    id: 'ContactID',
    alias: 'ContactNumber',
    scope: 'accounting.contacts',
    methods: ['PUT', 'POST'],
    isDocument: false,
    isSinceKnown,
  },
  Item: { ...settings, isSinceKnown, plural: 'Items', id: 'ItemID', alias: 'Code', methods: ['PUT', 'POST'] },
  Account: { ...settings, isSinceKnown, plural: 'Accounts', id: 'AccountID', methods: [] },
  TaxRate: { ...settings, plural: 'TaxRates', id: 'TaxType', methods: [] },
  TrackingCategory: {
    ...settings,
    plural: 'TrackingCategories',
    id: 'TrackingCategoryID',
    methods: ['PUT', 'POST'],
  },
  Currency: { ...settings, plural: 'Currencies', id: 'Code', methods: ['PUT'] },
  PurchaseOrder: {
    ...document,
    plural: 'PurchaseOrders',
    id: 'PurchaseOrderID',
    alias: 'PurchaseOrderNumber',
    isSinceKnown,
  },
  Invoice: { ...document, isSinceKnown, plural: 'Invoices', id: 'InvoiceID', alias: 'InvoiceNumber' },
  RepeatingInvoice: { ...document, plural: 'RepeatingInvoices', id: 'RepeatingInvoiceID' },
  Payment: {
    plural: 'Payments',
    id: 'PaymentID',
    scope: 'accounting.payments',
    methods: ['PUT', 'POST'],
    isDocument: false,
    isSinceKnown,
  },
}

export const kindNames = Object.keys(elementKinds) as ElementKind[]

export function kindByPlural(plural: string): ElementKind | undefined {
  return kindNames.find((kind) => elementKinds[kind].plural.toLowerCase() === plural.toLowerCase())
}

export function idOf(kind: ElementKind, element: JsonObject): string {
  return textOf(element[elementKinds[kind].id]) ?? ''
}
