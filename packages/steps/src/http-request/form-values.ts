import { decimalFromMoney } from '@fieldledger/accounting'
import { choiceIds, type Field, type FieldValue, type MaterialRow, valueWords } from '@fieldledger/forms'
import type { StepContext } from '@fieldledger/workflow'
import { givenIn } from './placeholders.ts'

/** What placeholders stand for: own properties of this submission alone, looked up, never evaluated. */
export interface FormValues {
  /** undefined = there is no such placeholder. */
  text(name: string): string | undefined
  /** The same as a value of JSON: numbers, yes/no and lines keep their type. */
  json(name: string): unknown
}

/** `named`: the placeholders that are asked for; names in the catalogue are looked up for these alone. */
export async function formValues(context: StepContext, named: ReadonlySet<string>): Promise<FormValues> {
  const { submission, form } = context
  const value = (field: Field): FieldValue | undefined =>
    Object.hasOwn(submission.values, field.id) ? submission.values[field.id] : undefined
  const chosen = form.fields.flatMap((field) => (named.has(field.id) ? choiceIds(field, value(field)) : []))
  const names = chosen.length === 0 ? new Map<string, string>() : await context.names(chosen)
  const facts = new Map([
    ['number', submission.number ?? ''],
    ['form', submission.formName],
    ['total', decimalFromMoney(submission.totals.total)],
    ['currency', submission.currency],
    ['status', submission.status],
    ['revision', String(submission.revision)],
    ['submitted_by', context.personName(submission.submittedBy)],
    ['id', submission.id],
  ])
  const fields = new Map(form.fields.map((field) => [field.id, field]))
  const other = (name: string): string | undefined => {
    const given = givenIn(name)
    if (given === undefined) return facts.get(name)
    return Object.hasOwn(context.given, given) ? context.given[given] : ''
  }
  return {
    text(name) {
      const field = fields.get(name)
      if (field === undefined) return other(name)
      if (field.kind === 'material-table' || field.kind === 'attachments') return undefined
      return valueWords(field, { value: value(field), names })
    },
    json(name) {
      const field = fields.get(name)
      if (field === undefined) return other(name)
      const found = value(field)
      if (found === undefined) return null
      if (field.kind === 'material-table') return (found as MaterialRow[]).map(plainRow)
      if (field.kind === 'yes-no') return found
      if (field.kind === 'number') return exactNumber(found as string)
      return valueWords(field, { value: found, names })
    },
  }
}

function plainRow({ description, quantity, unit, unitPrice, amount }: MaterialRow) {
  return {
    description,
    quantity: exactNumber(quantity),
    ...(unit === undefined ? {} : { unit }),
    ...(unitPrice === undefined ? {} : { unitPrice: exactNumber(unitPrice) }),
    ...(amount === undefined ? {} : { amount: decimalFromMoney(amount) }),
  }
}

/** A decimal that a JSON number would round stays a text. */
function exactNumber(text: string): number | string {
  return text.replace(/[-.]/g, '').length <= 15 ? Number(text) : text
}
