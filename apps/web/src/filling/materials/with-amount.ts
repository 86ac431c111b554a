import { readDecimal } from '@fieldledger/accounting/money'
import { type MaterialRow, rowAmount } from '@fieldledger/forms'

/** The row with the amount that follows from quantity and price; none while one of them is no number. */
export function withAmount(row: MaterialRow, currency: string): MaterialRow {
  const { amount: _, ...rest } = row
  if (readDecimal(row.quantity) === undefined) return rest
  if (row.unitPrice !== undefined && readDecimal(row.unitPrice) === undefined) return rest
  const amount = rowAmount(rest, currency)
  return amount === undefined ? rest : { ...rest, amount }
}
