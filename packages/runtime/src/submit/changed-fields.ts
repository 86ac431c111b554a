import { changesBetween, type FormContent, type SubmissionValues } from '@fieldledger/forms'

/** Labels of the fields whose values differ, as sentences for the timeline. */
export function changedFields(
  content: FormContent,
  values: { before: SubmissionValues; after: SubmissionValues },
): string[] {
  const labels = new Map(content.fields.map(({ id, label }) => [id, label]))
  return changesBetween(content, values).map(({ fieldId }) => `${labels.get(fieldId)} changed`)
}
