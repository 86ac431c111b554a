import type { WatchedKind, WorkWatch } from '@fieldledger/storage'

const minute = 60_000

/** A batch waits for what its forms wait for, an hour at most each; a ledger that is down may make it some more. */
const lateAfterMs: Record<WatchedKind, number> = {
  runs: minute,
  effects: minute,
  messages: minute,
  schedules: minute,
  batches: 360 * minute,
}

/** A log line at error level while due work lies unclaimed although workers live: something holds them up. */
export async function watchDueWork({
  watch,
  log,
}: {
  watch: Pick<WorkWatch, 'oldestDue'>
  log: { error(facts: object, sentence: string): void }
}): Promise<void> {
  const { ms, workers } = await watch.oldestDue()
  const kinds = Object.keys(lateAfterMs) as WatchedKind[]
  const late = kinds.filter((kind) => ms[kind] > lateAfterMs[kind])
  if (late.length === 0 || workers === 0) return
  const seconds = Object.fromEntries(kinds.map((kind) => [kind, Math.round(ms[kind] / 1000)]))
  log.error({ late, oldestDueSeconds: seconds, workers }, 'Due work is not claimed although workers live')
}
