import {
  type FieldValue,
  type FormContent,
  type Submission,
  submissionTotals,
  visibleFields,
} from '@fieldledger/forms'
import type { RuntimeStore } from '../ports/store.ts'

/**
 * One field, inside of the transaction: another workflow may have set others since the walk saw them, so the totals are
 * those of the values as they are now.
 */
export async function writeField(
  store: RuntimeStore,
  written: { submission: Pick<Submission, 'id'>; form: FormContent; field: string; value: FieldValue },
): Promise<void> {
  const { form, field, value } = written
  const present = await store.submissions.get(written.submission.id)
  if (present === undefined) return
  const { id, currency } = present
  const values = { ...present.values, [field]: value }
  const totals = submissionTotals({ fields: visibleFields(form.fields, values), values, currency })
  await store.submissions.change({ id, change: { fieldValues: { [field]: value }, totals } })
}
