import type { LoadDraft } from './load-draft.ts'

/** The form's page; who works in several companies is brought into the one that it is of. */
export function formUrl({ runtime, scope, submission }: LoadDraft): string {
  const url = new URL(`/submissions/${submission.id}`, runtime.publicUrl)
  url.searchParams.set('company', scope.companyId)
  return url.href
}
