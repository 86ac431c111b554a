import type { RuntimeStore } from '../ports/store.ts'
import type { SubmissionMatch } from '../ports/trigger-store.ts'

const pageSize = 500

/** How many forms a batch would take if it began now. */
export async function countMatches(
  store: Pick<RuntimeStore, 'matches'>,
  match: SubmissionMatch,
): Promise<number> {
  let counted = 0
  let after: string | undefined = ''
  while (after !== undefined) {
    const page = await store.matches.matching({ match, after, limit: pageSize })
    counted += page.ids.length
    after = page.next
  }
  return counted
}
