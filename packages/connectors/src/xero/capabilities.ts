import type { Capabilities, DocumentCapability, FirstStatus } from '@fieldledger/accounting'
import { edits } from './edits.ts'

/** Every document has a history and attachments there (reference §2.2). */
const beside = { commentsBeside: true, files: { most: 10, bytes: 10_000_000 } }

const statuses: FirstStatus[] = ['draft', 'awaiting-approval', 'approved']

const purchaseOrder: DocumentCapability = {
  label: 'Purchase Order',
  create: true,
  edits: edits.order,
  cancel: 'delete',
  lineKinds: ['item', 'expense'],
  expenseLines: 'without-unit',
  // Published for InvoiceNumber only; an order's number is kept to the same.
  numberLimit: 255,
  memoLimit: 500,
  // No limit but that of a body, 10 MB, is published.
  lineLimit: 10_000,
  // Of Reference only told in words.
  textLimits: { line: 4000, project: 255 },
  keepsDueDate: true,
  lineTax: true,
  marksBilled: true,
  // A due date is all that it keeps of terms.
  lacks: ['terms', 'location'],
  ...beside,
  firstStatus: { usual: 'approved', choices: statuses },
  lands: {
    class: 'Tracking',
    department: 'Tracking, the other category',
    dueDate: 'Delivery Date',
    memo: 'Delivery Instructions',
    project: 'Reference',
  },
}

/** Limits: Xero's OpenAPI document 16.1.0 and developer.xero.com "Limits" (reference §2.3, §2.5). */
export const capabilities: Capabilities = {
  delivery: 'push',
  documents: {
    'purchase-order': purchaseOrder,
    // It becomes a purchase order too, of amounts on accounts (G-15).
    'service-order': { ...purchaseOrder, lineKinds: ['expense'] },
    bill: {
      label: 'Bill',
      create: true,
      edits: edits.bill,
      cancel: 'delete',
      lineKinds: ['item', 'expense'],
      expenseLines: 'without-unit',
      numberLimit: 255,
      // Of a note in its history.
      memoLimit: 2500,
      lineLimit: 10_000,
      textLimits: { line: 4000 },
      keepsDueDate: true,
      needsDueDate: true,
      lineTax: true,
      notesBeside: true,
      ...beside,
      firstStatus: { usual: 'awaiting-approval', choices: statuses },
      numbersRepeat: true,
      looksForPaper: true,
      lacks: ['terms', 'location'],
      // G-05: its own pages call `InvoiceNumber` of a bill so.
      lands: {
        class: 'Tracking',
        department: 'Tracking, the other category',
        memo: 'History & Notes',
        project: 'History & Notes',
        shipTo: 'History & Notes',
        vendorNumber: 'Reference',
      },
    },
  },
  vendors: {
    list: true,
    terms: true,
    create: true,
    nameLimit: 255,
    update: true,
    severalEmails: true,
  },
  items: {
    list: true,
    // An item that is not counted is neither goods nor service there.
    create: ['non-inventory', 'inventory'],
    nameLimit: 50,
    skuLimit: 30,
    descriptionLimit: 4000,
    namedBySku: true,
    // The code is what lines and links name an item by: it is never changed from here.
    update: ['name', 'description', 'price'],
    forbiddenInName: '',
    alwaysActive: true,
  },
  accounts: { list: true },
  classes: true,
  // What its two categories are called is the organisation's own: each names an option of either.
  tracking: [
    { target: 'class', label: 'tracking option' },
    { target: 'department', label: 'tracking option' },
  ],
  projects: 'text',
  unitPriceDecimals: 4,
  unitPriceDigits: { usual: 2, choices: [2, 4] },
  replayWindowMs: 360_000,
  quietPeriodMs: 300_000,
  sendingCaptions: {
    'purchase-order': 'Documents to Send: Approved Purchase Orders',
    'service-order': 'Documents to Send: Approved Purchase Orders',
    bill: 'Documents to Send: Invoice',
  },
  changes: { everyMinutes: 15 },
  choosesCompanies: true,
  rate: { perSecond: 5, perMinute: 60, concurrent: 5 },
}
