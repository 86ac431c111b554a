import { setTimeout as pause } from 'node:timers/promises'

/** Looks again and again until there is an answer; gives up with a sentence. */
export async function until<Found>(
  wanted: { what: string; withinMs: number; everyMs?: number },
  look: () => Promise<Found | undefined | false>,
): Promise<Found> {
  const deadline = performance.now() + wanted.withinMs
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    if (performance.now() > deadline) throw new NeverHappened(wanted.what, wanted.withinMs)
    await pause(wanted.everyMs ?? 200)
  }
}

export class NeverHappened extends Error {
  readonly code = 'never-happened'
  readonly retryable = false

  constructor(what: string, withinMs: number) {
    super(
      `Within ${withinMs / 1000} s it did not happen that ${what}: look into the logs of the data folder.`,
    )
    this.name = 'NeverHappened'
  }
}
