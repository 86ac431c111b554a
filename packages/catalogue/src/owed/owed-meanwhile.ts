/** Another process sends it only if this one does not. */
const waitMs = 60_000

/** What is owed before the change itself is made: sent in any case, whatever fails or dies in between. */
export function owedMeanwhile(since: Date): { since: Date; dueAt: Date } {
  return { since, dueAt: new Date(since.getTime() + waitMs) }
}
