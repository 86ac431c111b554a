import { type Html, html } from '../../../fake-service/html.ts'
import { isObject, type JsonObject, listOf, textOf } from '../../../fake-service/json.ts'
import { table } from '../../../fake-service/table.ts'
import type { Company, Entry } from '../books/company.ts'
import { idOf } from '../record-types/record-types.ts'
import { ordersNamedBy } from '../rules/order-links.ts'
import { asAmount, asDay } from './format.ts'
import { address } from './layout.ts'
import { kindOf, numberOf } from './transaction-kinds.ts'

/** What a record led to, or what it came from: order, receipt, bill, payment. */
export function relatedRecords(company: Company, record: JsonObject): Html {
  const kind = ({ type }: Entry) => kindOf(type)
  return table<Entry>({
    caption: 'Related records',
    rows: related(company, record),
    empty: 'Nothing is linked to this record.',
    columns: [
      { label: 'Type', value: (row) => kind(row)?.title ?? '' },
      {
        label: 'Number',
        kind: 'name',
        value: (row) =>
          html`<a href="${address(kind(row)?.page ?? '', { id: idOf(row.record), account: company.id })}">${numberOf(row.record)}</a>`,
      },
      { label: 'Date', kind: 'short', value: (row) => asDay(row.record.tranDate) },
      {
        label: 'Status',
        value: (row) => kind(row)?.statuses[textOf(row.record.status) ?? ''] ?? '',
      },
      { label: 'Total', kind: 'number', value: (row) => asAmount(row.record.total) },
    ],
  })
}

function related(company: Company, record: JsonObject): Entry[] {
  const id = idOf(record)
  const sources = new Set(ordersNamedBy(record))
  if (isObject(record.createdFrom)) sources.add(idOf(record.createdFrom))
  for (const { doc } of listOf(record.apply)) if (isObject(doc)) sources.add(idOf(doc))
  const pays = ({ apply }: JsonObject) => listOf(apply).some(({ doc }) => isObject(doc) && idOf(doc) === id)
  return company
    .inFamily('transaction')
    .filter(({ record: each }) => sources.has(idOf(each)) || ordersNamedBy(each).includes(id) || pays(each))
}
