import type { FormContent } from '../form/form.ts'
import type { FileReference, SubmissionValues } from './values.ts'

/** All files of a form, in the order of its fields. */
export function attachedFiles(
  content: Pick<FormContent, 'fields'>,
  values: SubmissionValues,
): FileReference[] {
  return content.fields
    .filter(({ kind }) => kind === 'attachments')
    .flatMap(({ id }) => (values[id] ?? []) as FileReference[])
}
