import { textOf } from '../../../fake-service/json.ts'
import type { Entry } from '../books/company.ts'
import { type RecordType, recordTypeNames, traitsOf } from '../record-types/record-types.ts'
import { dueOf } from '../rules/vendor-payment-rules.ts'
import { accountingPeriodTable } from './accounting-period-table.ts'
import { type Cell, cellOf, momentCell, textCell } from './cell.ts'
import { deletedRecords } from './deleted-records.ts'
import { lineLinks, transactionLines } from './line-tables.ts'
import type { Column, Table } from './table.ts'

const moments = ['lastModifiedDate', 'dateCreated', 'createdDate']

function fieldColumns(types: readonly RecordType[]): Map<string, Column> {
  const columns = new Map<string, Column>([['id', (_company, { record }) => textCell(textOf(record.id))]])
  for (const type of types)
    for (const [name, field] of Object.entries(traitsOf(type).fields)) {
      if (field.type === 'object' || field.type === 'references') continue
      const column: Column = moments.includes(name)
        ? (_company, { record }) => momentCell(record, name)
        : (company, { type: own, record }) =>
            cellOf(company, { field: traitsOf(own).fields[name] ?? field, value: record[name] })
      columns.set(name.toLowerCase(), column)
    }
  return columns
}

interface Shape {
  types: readonly RecordType[]
  more?: Readonly<Record<string, (entry: Entry) => string | undefined>>
  /** Fields of the record that the table does not have. */
  lacks?: readonly string[]
}

function table({ types, more = {}, lacks = [] }: Shape): Table {
  const columns = fieldColumns(types)
  for (const name of lacks) columns.delete(name)
  for (const [name, read] of Object.entries(more))
    columns.set(name, (_company, entry) => textCell(read(entry)))
  return {
    columns,
    rows: (company) => types.flatMap((type) => company.all(type).map((record) => ({ type, record }))),
  }
}

const own =
  (name: string) =>
  ({ record }: Entry) =>
    textOf(record[name])
const recordType = ({ type }: Entry) => traitsOf(type).type
const ofFamily = (family: string) => recordTypeNames.filter((type) => traitsOf(type).family === family)

function numberedName({ record }: Entry): string {
  return [textOf(record.acctNumber), textOf(record.acctName)].filter(Boolean).join(' ')
}

const transactions: readonly RecordType[] = ['purchaseOrder', 'itemReceipt', 'vendorBill', 'vendorPayment']

/** Records of one kind as SuiteQL knows them: names in lower case, and not always those of the record service. */
export const tables: Readonly<Record<string, Table>> = {
  vendor: table({ types: ['vendor'], more: { altname: own('companyName') } }),
  customer: table({ types: ['customer'], more: { altname: own('companyName') } }),
  employee: table({ types: ['employee'] }),
  item: table({
    types: ofFamily('item'),
    more: {
      itemtype: recordType,
      subtype: ({ type }) => (/Purchase|Resale/.exec(type) ?? [undefined])[0],
      fullname: own('itemId'),
      description: own('purchaseDescription'),
    },
  }),
  account: table({
    types: ['account'],
    lacks: ['acctname'],
    more: {
      fullname: own('acctName'),
      accountsearchdisplayname: numberedName,
      accountsearchdisplaynamecopy: own('acctName'),
    },
  }),
  classification: table({ types: ['classification'] }),
  department: table({ types: ['department'] }),
  location: table({ types: ['location'] }),
  subsidiary: table({ types: ['subsidiary'] }),
  currency: table({ types: ['currency'] }),
  term: table({ types: ['term'] }),
  salestaxitem: table({ types: ['salesTaxItem'], more: { fullname: own('itemId') } }),
  expensecategory: table({ types: ['expenseCategory'] }),
  transaction: withTotal(table({ types: transactions, more: { type: recordType }, lacks: ['createdfrom'] })),
  transactionline: transactionLines,
  previoustransactionlinelink: lineLinks,
  deletedrecord: deletedRecords,
  accountingperiod: accountingPeriodTable,
}

function withTotal({ rows, columns }: Table): Table {
  const amount = (value: unknown): Cell => ({
    value: typeof value === 'number' ? value : null,
    kind: 'number',
    label: null,
  })
  const unpaid = ({ type, record }: Entry) => (type === 'vendorBill' ? dueOf(record).toNumber() : undefined)
  return {
    rows,
    columns: new Map([
      ...columns,
      ['foreigntotal', (_company, { record }) => amount(record.total)],
      ['foreignamountpaid', (_company, { record }) => amount(record.amountPaid)],
      ['foreignamountunpaid', (_company, entry) => amount(unpaid(entry))],
    ]),
  }
}
