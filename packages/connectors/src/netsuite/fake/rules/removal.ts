import type { JsonObject } from '../../../fake-service/json.ts'
import { textOf } from '../../../fake-service/json.ts'
import type { Company } from '../books/company.ts'
import type { Field, Fields } from '../record-types/field.ts'
import { type Family, idOf, type RecordType, traitsOf } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'
import { ordersNamedBy } from './order-links.ts'
import { checkPeriodOpen } from './transaction-head.ts'

/** A record that another one names stays; of a transaction the period must be open. */
export function checkRemovable(
  company: Company,
  { type, record }: { type: RecordType; record: JsonObject },
): void {
  const { family } = traitsOf(type)
  const id = idOf(record)
  const date = textOf(record.tranDate)
  if (date !== undefined) checkPeriodOpen(company, date)
  const isNamed = company
    .everything()
    .some((entry) => namedBy(entry.type, entry.record).some((one) => one.to === family && one.id === id))
  const isOrderUsed =
    type === 'purchaseOrder' &&
    [...company.all('itemReceipt'), ...company.all('vendorBill')].some((each) =>
      ordersNamedBy(each).includes(id),
    )
  if (isNamed || isOrderUsed)
    throw refuse.rule('This record cannot be deleted because it has dependent records.')
}

interface Named {
  to: Family
  id: string
}

function namedBy(type: RecordType, record: JsonObject): Named[] {
  const { fields, sublists } = traitsOf(type)
  const inLines = Object.entries(sublists).flatMap(([name, lineFields]) =>
    linesOf(record[name]).flatMap((line) => references(lineFields, line)),
  )
  return [...references(fields, record), ...inLines]
}

function references(fields: Fields, record: JsonObject): Named[] {
  return Object.entries(record).flatMap(([name, value]) => {
    const field: Field | undefined = fields[name]
    if (field?.type !== 'reference' && field?.type !== 'references') return []
    return linesOf(value).map((each) => ({ to: field.to, id: idOf(each) }))
  })
}

function linesOf(value: JsonObject[string] | undefined): JsonObject[] {
  return [value]
    .flat()
    .filter((each): each is JsonObject => typeof each === 'object' && each !== null && !Array.isArray(each))
}
