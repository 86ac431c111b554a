import type { Capabilities, DocumentCapability } from '@fieldledger/accounting'
import { edits } from './edits.ts'

const purchaseOrder: DocumentCapability = {
  label: 'Purchase Order',
  create: true,
  edits: edits.order,
  cancel: 'close',
  lineKinds: ['item', 'expense'],
  expenseLines: 'amounts',
  numberLimit: 21,
  memoLimit: 4000,
  lineLimit: 10_000,
  // IntuitBaseTypes.xsd `PhysicalAddress`: five free lines.
  textLimits: { line: 4000, shipTo: 500, shipToLines: 5 },
  commentsBeside: true,
  // “DepartmentRef” is called Location there.
  lacks: ['department'],
  // Outside of the United States; “TaxLineDetail.NetAmountTaxable” is the sum of the lines of a rate.
  lineTax: 'by-company',
  untaxed: true,
  taxSummed: true,
  // Reference §1.2; how many is not limited. G-23: no archives.
  files: { bytes: 100_000_000, refuses: ['zip'] },
}

const order: DocumentCapability = { ...purchaseOrder, deletesByChoice: true }

/** Limits: developer.intuit.com "Limits and throttles", error 2050 and Finance.xsd (reference §1.3, §1.4). */
export const capabilities: Capabilities = {
  delivery: 'push',
  documents: {
    'purchase-order': order,
    // It becomes a purchase order too, of amounts on accounts (G-15).
    'service-order': { ...order, lineKinds: ['expense'] },
    bill: {
      ...purchaseOrder,
      label: 'Bill',
      edits: edits.bill,
      cancel: 'delete',
      linksOrders: true,
      looksForPaper: true,
      lands: { vendorNumber: 'Bill no.' },
      lacks: ['shipTo', 'department'],
    },
  },
  vendors: {
    list: true,
    create: true,
    nameLimit: 500,
    update: true,
    severalEmails: true,
    oneCurrency: true,
  },
  items: {
    list: true,
    create: ['non-inventory', 'service', 'inventory'],
    nameLimit: 100,
    skuLimit: 100,
    descriptionLimit: 4000,
    update: ['name', 'sku', 'description', 'price'],
    forbiddenInName: ':\t\n',
    preferredVendor: true,
  },
  accounts: { list: true, searched: true },
  classes: true,
  tracking: [
    { target: 'class', label: 'class', list: 'class' },
    { target: 'location', label: 'location', list: 'location' },
  ],
  terms: true,
  projects: 'customer',
  // No limit is published; nothing that Fieldledger can hold is rounded on the way.
  unitPriceDecimals: 6,
  // Intuit does not say how long a requestid is remembered: DESIGN §4 takes ten minutes.
  replayWindowMs: 600_000,
  quietPeriodMs: 300_000,
  sendingCaptions: {
    'purchase-order': 'Step 5: Purchase Order',
    'service-order': 'Step 5: Purchase Order',
    bill: 'Step 5: Invoice',
  },
  changes: { everyMinutes: 5, lookBackDays: 30 },
  rate: { perSecond: 10, perMinute: 500, concurrent: 10 },
}
