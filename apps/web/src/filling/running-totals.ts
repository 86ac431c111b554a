import { readDecimal } from '@fieldledger/accounting/money'
import {
  type FormContent,
  type MaterialRow,
  type SubmissionTotals,
  type SubmissionValues,
  submissionTotals,
  visibleFields,
} from '@fieldledger/forms'

/** The totals while typing: half-typed numbers count as nothing until they are numbers. */
export function runningTotals(
  content: FormContent,
  typed: { values: Record<string, unknown>; currency: string },
): SubmissionTotals {
  const fields = visibleFields(content.fields, typed.values)
  const values = Object.fromEntries(
    Object.entries(typed.values).flatMap(([id, value]) => {
      const field = fields.find((one) => one.id === id)
      if (field?.kind === 'material-table') return [[id, (value as MaterialRow[]).map(countable)]]
      if (field?.kind === 'money') return typeof value === 'object' ? [[id, value]] : []
      return []
    }),
  ) as SubmissionValues
  return submissionTotals({ fields, values, currency: typed.currency })
}

function countable(row: MaterialRow): MaterialRow {
  const { unitPrice, taxPercent, ...rest } = row
  const tax = taxPercent === undefined ? undefined : readDecimal(taxPercent)
  const price = unitPrice === undefined ? undefined : readDecimal(unitPrice)
  return {
    ...rest,
    quantity: readDecimal(row.quantity) ?? '0',
    ...(price === undefined ? {} : { unitPrice: price }),
    ...(tax === undefined ? {} : { taxPercent: tax }),
  }
}
