import { setTimeout as pause } from 'node:timers/promises'

const patience = 15_000

/** SIGTERM, and SIGKILL for one that does not listen. */
export async function endProcess(process: {
  kill: (signal: NodeJS.Signals) => void
  ended: Promise<void>
}): Promise<void> {
  process.kill('SIGTERM')
  const stopped = new AbortController()
  const inTime = process.ended.then(() => true)
  const late = pause(patience, false, { signal: stopped.signal }).catch(() => false)
  if (!(await Promise.race([inTime, late]))) process.kill('SIGKILL')
  stopped.abort()
  await process.ended
}
