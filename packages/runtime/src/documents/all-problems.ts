import type { DocumentDraft, Problem } from '@fieldledger/workflow'

/** What holds any of the documents that a form becomes: what they share, such as an account, is said once. */
export function allProblems(drafts: readonly DocumentDraft[]): Problem[] {
  const [only, ...others] = drafts
  if (only !== undefined && others.length === 0) return only.problems
  const byWords = new Map(drafts.flatMap(({ problems }) => problems).map((one) => [one.message, one]))
  return [...byWords.values()]
}
