import type { MatchedPage } from '../ports/trigger-store.ts'

/** The next ones of a list of ids, in their order. */
export function nextOf(
  ids: readonly string[],
  { after, limit }: { after: string; limit: number },
): MatchedPage {
  const left = ids.toSorted().filter((id) => id > after)
  const page = left.slice(0, limit)
  const last = page.at(-1)
  return { ids: page, ...(left.length > limit && last !== undefined ? { next: last } : {}) }
}
