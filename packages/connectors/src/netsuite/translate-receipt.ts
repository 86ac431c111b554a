import {
  type DocumentLine,
  type LedgerDocument,
  memoThere,
  type RemoteDocument,
} from '@fieldledger/accounting'
import { present } from '../present.ts'
import type { ReadingPlace } from './document-record.ts'
import { documentUrl } from './document-url.ts'
import { money, remoteReference } from './translate.ts'
import type { ItemLine, PurchaseOrder, Receipt } from './wire.ts'

/**
 * What arrived of an order. The service takes every open line of the order for arrived that is not named, so all of
 * them are: an item line with its quantity, an expense line as a whole. Each list numbers its lines by itself.
 */
export function toReceipt(document: LedgerDocument, order: PurchaseOrder) {
  const arrived = new Map(document.lines.map((line) => [`${line.kind}/${line.orderLine?.line}`, line]))
  const of = (kind: DocumentLine['kind'], { line }: { line?: number }) => arrived.get(`${kind}/${line}`)
  return {
    tranId: document.number,
    tranDate: document.date,
    ...present({ memo: memoThere(document) }),
    item: {
      items: (order.item?.items ?? []).flatMap((line) => {
        const here = of('item', line)
        if (here === undefined) return isOpen(line) ? [{ orderLine: line.line, itemReceive: false }] : []
        return [{ orderLine: line.line, itemReceive: true, quantity: Number(here.quantity) }]
      }),
    },
    expense: {
      items: (order.expense?.items ?? []).map((line) => ({
        orderLine: String(line.line),
        markReceived: of('expense', line) !== undefined,
      })),
    },
  }
}

function isOpen({ isClosed, quantity = 1, quantityReceived = 0 }: ItemLine): boolean {
  return isClosed !== true && quantity > quantityReceived
}

/** What the service holds, in our words: only the lines that arrived. */
export function fromReceipt(receipt: Receipt, place: ReadingPlace): RemoteDocument {
  const { kind, currency, booksUrl, companyId } = place
  const { entity, createdFrom } = receipt
  const orderLine = (line: string | number | undefined) =>
    createdFrom === undefined || line === undefined
      ? undefined
      : { order: createdFrom.id, line: String(line) }
  const items = (receipt.item?.items ?? []).filter(({ itemReceive }) => itemReceive !== false)
  const expenses = (receipt.expense?.items ?? []).filter(({ markReceived }) => markReceived !== false)
  return {
    reference: {
      id: receipt.id,
      ...present({ name: receipt.tranId, revision: receipt.lastModifiedDate }),
    },
    kind,
    ...present({
      number: receipt.tranId,
      date: receipt.tranDate?.slice(0, 10),
      memo: receipt.memo,
      party: entity === undefined ? undefined : remoteReference(entity),
    }),
    status: 'open',
    net: { minor: 0, currency },
    lines: [
      ...items.map((line) => ({
        kind: 'item' as const,
        ...present({
          item: line.item === undefined ? undefined : remoteReference(line.item),
          description: line.description,
          quantity: line.quantity === undefined ? undefined : String(line.quantity),
          orderLine: orderLine(line.orderLine),
        }),
        amount: money(line.amount ?? 0, currency),
      })),
      ...expenses.map((line) => ({
        kind: 'expense' as const,
        ...present({
          account: line.account === undefined ? undefined : remoteReference(line.account),
          description: line.memo,
          orderLine: orderLine(line.orderLine),
        }),
        amount: money(line.amount ?? 0, currency),
      })),
    ],
    url: documentUrl({ booksUrl, companyId, kind, id: receipt.id }),
  }
}
