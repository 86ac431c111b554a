import type { FormContent, SubmissionValues } from '@fieldledger/forms'
import { digest } from '../effects/content-hash.ts'

/** Labels of the fields whose values differ, as sentences for the timeline. */
export function changedFields(
  content: FormContent,
  values: { before: SubmissionValues; after: SubmissionValues },
): string[] {
  return content.fields
    .filter(({ id }) => digest(values.before[id] ?? null) !== digest(values.after[id] ?? null))
    .map(({ label }) => `${label} changed`)
}
