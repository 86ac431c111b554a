import type { WorkWatch } from '@fieldledger/storage'

const lateAfterMs = 60_000

/** A log line at error level while due work lies unclaimed although workers live: something holds them up. */
export async function watchDueWork({
  watch,
  log,
}: {
  watch: Pick<WorkWatch, 'oldestDue'>
  log: { error(facts: object, sentence: string): void }
}): Promise<void> {
  const { ms, workers } = await watch.oldestDue()
  const late = Math.max(ms.runs, ms.effects)
  if (late <= lateAfterMs || workers === 0) return
  const seconds = { runs: Math.round(ms.runs / 1000), effects: Math.round(ms.effects / 1000) }
  log.error({ oldestDueSeconds: seconds, workers }, 'Due work is not claimed although workers live')
}
