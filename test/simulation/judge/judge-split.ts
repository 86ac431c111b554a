import type { MaterialRow } from '@fieldledger/forms'
import { tableField } from '../../integration/runtime/order-form.ts'
import type { LedgerBooks } from '../world/ledger-books.ts'
import type { Plan } from '../world/plan.ts'
import { idThere } from '../world/simulated-company.ts'
import type { OurBooks, SubmissionRow } from './books-row.ts'
import { Violation } from './violation.ts'

export function partsOf(ours: OurBooks, { _id }: SubmissionRow): SubmissionRow[] {
  return ours.submissions().filter(({ madeFrom }) => madeFrom === _id)
}

/** One order for each vendor, every line in one of them, the form closed, and nothing of the form itself in the ledger. */
export function judgeSplit(
  { books, plan }: { books: LedgerBooks; plan: Plan },
  { form, parts }: { form: SubmissionRow; parts: readonly SubmissionRow[] },
): void {
  const vendors = parts.map(({ vendorId }) => vendorId).toSorted()
  const wanted = plan.split?.vendors ?? []
  if (vendors.join(' ') !== wanted.join(' '))
    throw new Violation('a form is split into one order for each vendor', `${form._id}: ${vendors.join(' ')}`)
  if (form.status !== 'closed') throw new Violation('a form that was split is closed', form.status)
  if (new Set([form, ...parts].map(({ number }) => number)).size !== parts.length + 1)
    throw new Violation('each order of a split has a number of its own', form._id)
  const lines = parts.flatMap(rowsOf).map(({ id }) => id)
  const all = rowsOf(form).map(({ id }) => id)
  if (lines.toSorted().join(' ') !== all.toSorted().join(' '))
    throw new Violation('each line of a split stands in one order', `${form._id}: ${lines.join(' ')}`)
  for (const part of parts)
    if (rowsOf(part).some(({ vendorId }) => vendorId !== part.vendorId))
      throw new Violation('an order of a split has the lines of its vendor', part._id)
  for (const { number, party } of books.documents.values()) {
    if (number === form.number) throw new Violation('a form that was split sends nothing itself', form._id)
    const part = parts.find((one) => one.number === number)
    if (part !== undefined && party?.id !== idThere(part.vendorId ?? ''))
      throw new Violation('an order of a split goes to its vendor', `${part._id}: ${party?.id}`)
  }
}

function rowsOf({ values }: SubmissionRow): MaterialRow[] {
  return values[tableField] as MaterialRow[]
}
