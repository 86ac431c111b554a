import type { DocumentCapability } from '../connector/capabilities.ts'
import type { OperationName, Operations } from '../connector/connector.ts'
import type { DocumentKind } from '../documents/document-kind.ts'
import type { LedgerDocument } from '../documents/ledger-document.ts'
import type { RemoteReference } from '../documents/remote-reference.ts'
import { percentOf, priceFromMoney } from '../money/arithmetic.ts'

const currency = 'USD'
const usd = (minor: number) => ({ minor, currency })

interface Samples {
  /** What the ledger takes of such a document; of a bill everything unless it is said, of an order the least. */
  can?: Pick<DocumentCapability, 'lineTax' | 'notesBeside'>
  kind?: DocumentKind
  number: string
  vendor?: RemoteReference
  item?: RemoteReference
  expense?: RemoteReference
}

/** One item line and one expense line, memo and due date; a service order has expense lines of one amount each. */
export function sampleDocument({ kind, can, number, vendor, item, expense }: Samples): LedgerDocument {
  const account = expense ?? { id: '3' }
  const document = purchaseOrder({
    number,
    vendor: vendor ?? { id: '1' },
    item: item ?? { id: '2' },
    account,
  })
  if (kind === 'bill') return billOf(document, can ?? { lineTax: true, notesBeside: true })
  if (kind !== 'service-order') return withTax({ ...document, kind: kind ?? document.kind }, can)
  const lines = document.lines.map(
    ({ item: _item, unit: _unit, ...line }): LedgerDocument['lines'][number] => {
      const unitPrice = priceFromMoney(line.amount)
      return { ...line, kind: 'expense', account, quantity: '1', unitPrice }
    },
  )
  return withTax({ ...document, kind, lines }, can)
}

function billOf(
  { memo = '', shipTo: _no, ...rest }: LedgerDocument,
  can: NonNullable<Samples['can']>,
): LedgerDocument {
  const order = { ...rest, ...(can.notesBeside === true ? { notes: [memo] } : { memo }) }
  return withTax({ ...order, kind: 'bill' }, can)
}

/** As drafting makes it: where the ledger adds the tax of lines it is 8.25 % on the first. */
function withTax(document: LedgerDocument, can: Samples['can']): LedgerDocument {
  const [first, ...others] = document.lines
  if (first === undefined || can?.lineTax !== true) return document
  const lines = [{ ...first, taxRate: '8.25' }, ...others.map((line) => ({ ...line, taxRate: '0' }))]
  const total = { ...document.net, minor: document.net.minor + percentOf(first.amount, '8.25').minor }
  return { ...document, lines, total }
}

function purchaseOrder(
  of: { number: string } & Record<'vendor' | 'item' | 'account', RemoteReference>,
): LedgerDocument {
  const { number, vendor, item, account } = of
  return {
    kind: 'purchase-order',
    number,
    party: vendor,
    date: '2026-11-02',
    dueDate: '2026-12-01',
    currency,
    memo: 'Deliver to gate 3, “north” yard',
    shipTo: 'Site 14\n1 Harbour Road',
    lines: [
      {
        id: 'l1',
        kind: 'item',
        item,
        description: 'Stud, 2x4x8',
        quantity: '8',
        unitPrice: '3.475',
        amount: usd(2780),
      },
      {
        id: 'l2',
        kind: 'expense',
        account,
        description: 'Washed sand',
        quantity: '2.5',
        unit: 't',
        unitPrice: '41.1',
        amount: usd(10_275),
      },
    ],
    net: usd(13_055),
    total: usd(13_055),
  }
}

/** A sensible input for every operation, in canonical words. */
export const sampleInputs: { [Name in OperationName]: Operations[Name]['in'] } = {
  'connect.check': {},
  'document.find': {
    kind: 'purchase-order',
    number: 'PO-1',
    party: { id: '1' },
    date: '2026-11-02',
    net: usd(13_055),
  },
  'document.list': { kind: 'purchase-order', from: '2026-11-01', to: '2026-11-30' },
  'document.get': { kind: 'purchase-order', reference: { id: '9' } },
  'document.create': sampleDocument({ number: 'PO-1' }),
  'document.update': { document: sampleDocument({ number: 'PO-1' }), reference: { id: '9', revision: '0' } },
  'document.cancel': { kind: 'purchase-order', reference: { id: '9' }, how: 'close' },
  'document.mark': { kind: 'purchase-order', reference: { id: '9' }, as: 'billed' },
  'document.attach': {
    kind: 'bill',
    reference: { id: '9' },
    notes: ['Two pallets were damaged.'],
    files: [{ id: 'file-1', name: 'scan.pdf', contentType: 'application/pdf', size: 3 }],
  },
  'vendor.list': {},
  'vendor.find': { name: "O'Brien & Sons" },
  'vendor.get': { reference: { id: '1' } },
  'vendor.create': { name: "O'Brien & Sons", email: 'office@obrien.example', phone: '555 0100' },
  'vendor.update': {
    reference: { id: '1', revision: '0' },
    party: { name: "O'Brien & Sons", phone: '555 0101' },
    active: true,
  },
  'item.list': {},
  'item.find': { name: 'Pipe 1/2"' },
  'item.create': {
    name: 'Pipe 1/2"',
    kind: 'non-inventory',
    expenseAccount: { id: '3' },
    startDate: '2026-11-02',
  },
  'item.get': { reference: { id: '1' } },
  'item.update': {
    reference: { id: '1', revision: '0' },
    changes: { name: 'Pipe 3/4"', purchaseCost: '2.5' },
  },
  'account.list': {},
  'class.list': {},
  'term.list': {},
  'employee.list': {},
  'customer.find': { name: "O'Brien Tower" },
  'change.list': { since: '2026-11-20T00:00:00Z' },
}
