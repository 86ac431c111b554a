import type { BatchCounts } from '../ports/trigger-store.ts'

const words: [keyof BatchCounts, string][] = [
  ['sent', 'sent'],
  ['done', 'done'],
  ['failed', 'failed'],
  ['skipped', 'skipped'],
  ['waiting', 'waiting for somebody'],
]

/** "Batch finished: 12 sent, 1 failed, 2 skipped"; undefined when it took no form. */
export function describeCounts(counts: BatchCounts): string | undefined {
  const parts = words.flatMap(([name, word]) => (counts[name] === 0 ? [] : [`${counts[name]} ${word}`]))
  return parts.length === 0 ? undefined : `Batch finished: ${parts.join(', ')}`
}
