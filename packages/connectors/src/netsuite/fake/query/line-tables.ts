import { isObject, type Json, type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import type { Company, Entry } from '../books/company.ts'
import { idOf, nameOf, type RecordType, traitsOf } from '../record-types/record-types.ts'
import { linksOf, sublists } from '../rules/order-links.ts'
import { type Cell, textCell } from './cell.ts'
import type { Column, Table } from './table.ts'

const kinds: readonly RecordType[] = ['purchaseOrder', 'itemReceipt', 'vendorBill']

function documents(company: Company): Entry[] {
  return kinds.flatMap((type) => company.all(type).map((record) => ({ type, record })))
}

const numberCell = (value: Json | undefined): Cell => ({
  value: typeof value === 'number' ? value : null,
  kind: 'number',
  label: null,
})

const flagCell = (value: boolean) => textCell(value ? 'T' : 'F', value ? 'Yes' : 'No')

function namedCell(
  company: Company,
  { family, value }: { family: 'item' | 'account'; value: Json | undefined },
): Cell {
  const id = isObject(value) ? idOf(value) : undefined
  const found = id === undefined ? undefined : company.find(family, id)
  return textCell(id, found ? nameOf(found.type, found.record) : id)
}

/** Lines of all sublists, after a main line that has the number 0. Expense lines have an account, item lines an item. */
export const transactionLines: Table = {
  rows: (company) =>
    documents(company).flatMap(({ type, record }) => [
      { type, record: { transaction: idOf(record), isMain: true, foreignamount: record.total ?? null } },
      ...sublists.flatMap((sublist) =>
        listOf(record[sublist]).map((line) => ({
          type,
          record: { ...line, transaction: idOf(record), sublist, isMain: false, createdFrom: orderOf(line) },
        })),
      ),
    ]),
  columns: new Map<string, Column>([
    ['transaction', (_company, { record }) => textCell(textOf(record.transaction))],
    ['id', (_company, { record }) => numberCell(record.isMain === true ? 0 : record.line)],
    ['linesequencenumber', (_company, { record }) => numberCell(record.isMain === true ? 0 : record.line)],
    ['mainline', (_company, { record }) => flagCell(record.isMain === true)],
    ['item', (company, { record }) => namedCell(company, { family: 'item', value: record.item })],
    [
      'expenseaccount',
      (company, { record }) => namedCell(company, { family: 'account', value: record.account }),
    ],
    ['quantity', (_company, { record }) => numberCell(record.quantity)],
    ['rate', (_company, { record }) => numberCell(record.rate)],
    ['foreignamount', (_company, { record }) => numberCell(record.amount ?? record.foreignamount)],
    ['memo', (_company, { record }) => textCell(textOf(record.description) ?? textOf(record.memo))],
    ['isclosed', (_company, { record }) => flagCell(record.isClosed === true)],
    ['quantityshiprecv', (_company, { record }) => numberCell(record.quantityReceived)],
    ['quantitybilled', (_company, { record }) => numberCell(record.quantityBilled)],
    ['createdfrom', (_company, { record }) => textCell(textOf(record.createdFrom))],
  ]),
}

function orderOf(line: JsonObject): Json {
  const named = line.orderDoc
  if (isObject(named)) return idOf(named)
  return typeof named === 'string' || typeof named === 'number' ? String(named) : null
}

const linkTypes: Readonly<Record<string, string>> = { itemReceipt: 'ShipRcpt', vendorBill: 'OrdBill' }

/** Which line of an order led to which document. */
export const lineLinks: Table = {
  rows: (company) =>
    documents(company).flatMap(({ type, record }) =>
      linksOf(record).map((link) => ({
        type,
        record: {
          previousdoc: link.order,
          previousline: link.line,
          nextdoc: idOf(record),
          nextline: Number(listOf(record[link.sublist])[link.n]?.line),
        },
      })),
    ),
  columns: new Map<string, Column>([
    ['previousdoc', (_company, { record }) => textCell(textOf(record.previousdoc))],
    ['previousline', (_company, { record }) => numberCell(record.previousline)],
    ['previoustype', () => textCell('PurchOrd')],
    ['nextdoc', (_company, { record }) => textCell(textOf(record.nextdoc))],
    ['nextline', (_company, { record }) => numberCell(record.nextline)],
    ['nexttype', (_company, { type }) => textCell(traitsOf(type).type)],
    ['linktype', (_company, { type }) => textCell(linkTypes[type])],
  ]),
}
