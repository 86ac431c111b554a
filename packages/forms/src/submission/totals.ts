import { lineAmount, type Money, percentOf, sumMoney } from '@fieldledger/accounting/money'
import type { Field } from '../fields/field.ts'
import type { SubmissionTotals } from './submission.ts'
import type { MaterialRow, SubmissionValues } from './values.ts'

/** round(quantity × unit price), or undefined while the price is missing. */
export function rowAmount(
  row: Pick<MaterialRow, 'quantity' | 'unitPrice'>,
  currency: string,
): Money | undefined {
  return row.unitPrice === undefined
    ? undefined
    : lineAmount({ quantity: row.quantity, unitPrice: row.unitPrice, currency })
}

/** Net, tax and total of one table; rows without a price count as nothing until they have one. */
export function tableTotals(rows: readonly MaterialRow[], currency: string): SubmissionTotals {
  const amounts = rows.map((row) => rowAmount(row, currency) ?? { minor: 0, currency })
  const taxes = rows.map((row, position) =>
    percentOf(amounts[position] ?? { minor: 0, currency }, row.taxPercent ?? '0'),
  )
  return addUp({ net: sumMoney(amounts, currency), tax: sumMoney(taxes, currency), currency })
}

/** Totals of a whole submission: the sum of its material tables, else of its money fields. */
export function submissionTotals(submission: {
  fields: readonly Field[]
  values: SubmissionValues
  currency: string
}): SubmissionTotals {
  const { fields, values, currency } = submission
  const tables = fields.filter(({ kind }) => kind === 'material-table')
  if (tables.length > 0) {
    const all = tables.map(({ id }) => tableTotals((values[id] ?? []) as MaterialRow[], currency))
    return addUp({
      net: sumMoney(
        all.map(({ net }) => net),
        currency,
      ),
      tax: sumMoney(
        all.map(({ tax }) => tax),
        currency,
      ),
      currency,
    })
  }
  const money = fields.filter(({ kind }) => kind === 'money').map(({ id }) => values[id] as Money | undefined)
  const net = sumMoney(
    money.filter((amount) => amount !== undefined),
    currency,
  )
  return addUp({ net, tax: { minor: 0, currency }, currency })
}

function addUp(sums: { net: Money; tax: Money; currency: string }): SubmissionTotals {
  return { net: sums.net, tax: sums.tax, total: sumMoney([sums.net, sums.tax], sums.currency) }
}
