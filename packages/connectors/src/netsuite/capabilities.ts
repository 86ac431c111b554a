import type { Capabilities, DocumentCapability } from '@fieldledger/accounting'
import { edits } from './edits.ts'

/** What the service takes of each text. Of these only the body memo's and the lines' limits were seen in refusals. */
export const textLimits = {
  number: 45,
  memo: 999,
  lineText: 4000,
  shipTo: 999,
  name: 83,
  item: 60,
  itemText: 999,
}

const purchaseOrder: DocumentCapability = {
  label: 'Purchase Order',
  create: true,
  edits: edits.order,
  cancel: 'close',
  lineKinds: ['item', 'expense'],
  expenseLines: 'amounts',
  numberLimit: textLimits.number,
  memoLimit: textLimits.memo,
  linksBack: true,
  // No limit but that of a body, 104 MB, is published.
  lineLimit: 10_000,
  textLimits: { line: textLimits.lineText, shipTo: textLimits.shipTo },
  // Accounts of the United States, and those with SuiteTax, have no tax code on a line; the others round on each line.
  lineTax: 'by-company',
  lands: { class: 'Class, Department or Location', project: 'Customer' },
}

const order: DocumentCapability = { ...purchaseOrder, deletesByChoice: true }

/** Limits: reference §3.5; a basic account lets five requests run at a time, and others use them too. */
export const capabilities: Capabilities = {
  delivery: 'push',
  documents: {
    'purchase-order': order,
    // It becomes a purchase order too, of amounts on accounts (G-15).
    'service-order': { ...order, lineKinds: ['expense'] },
    receipt: {
      ...purchaseOrder,
      label: 'Item Receipt',
      lineTax: false,
      edits: edits.receipt,
      cancel: 'delete',
      linksOrders: true,
      ofOrder: true,
      // Its lines are those of the order, with what stands on them there.
      lands: {},
      lacks: ['dueDate', 'terms', 'employee', 'shipTo', 'class', 'department', 'location', 'project'],
    },
    bill: {
      ...purchaseOrder,
      label: 'Vendor Bill',
      edits: edits.bill,
      cancel: 'delete',
      // Without one it is due by its terms, or at once.
      keepsDueDate: true,
      linksOrders: true,
      looksForPaper: true,
      lands: { ...purchaseOrder.lands, vendorNumber: 'Reference No.' },
      lacks: ['employee', 'shipTo'],
    },
  },
  vendors: {
    list: true,
    create: true,
    nameLimit: textLimits.name,
    update: true,
    // Addresses stand in a list of their own, which the list of vendors does not show.
    notListed: ['address', 'city', 'region', 'postalCode', 'country'],
  },
  items: {
    list: true,
    create: ['non-inventory', 'service', 'inventory'],
    nameLimit: textLimits.item,
    skuLimit: textLimits.item,
    descriptionLimit: textLimits.itemText,
    // The name/number is the record's own key there: it is not renumbered from here.
    update: ['name', 'description', 'price'],
    // A colon leads from an item to its sub-item.
    forbiddenInName: ':',
  },
  accounts: { list: true, searched: true },
  classes: true,
  tracking: [
    { target: 'class', label: 'class', list: 'class' },
    { target: 'department', label: 'department', list: 'department' },
    { target: 'location', label: 'location', list: 'location' },
  ],
  terms: true,
  employees: true,
  projects: 'customer',
  // No limit is published; nothing that Fieldledger can hold is rounded on the way.
  unitPriceDecimals: 6,
  // The key is the record's external id and stays with it: a repeated create finds its own work. A day is as long as
  // Fieldledger goes on by itself.
  replayWindowMs: 86_400_000,
  quietPeriodMs: 300_000,
  sendingCaptions: {
    'purchase-order': 'Documents to Send: Approved Purchase Orders',
    'service-order': 'Documents to Send: Approved Purchase Orders',
    receipt: 'Documents to Send: Approved Purchase Orders and Receipts',
    bill: 'Related invoices',
  },
  changes: { everyMinutes: 5 },
  rate: { perSecond: 10, perMinute: 300, concurrent: 4 },
}
