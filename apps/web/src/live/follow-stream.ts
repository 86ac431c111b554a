import { eventStream, type StreamEvent } from './event-stream.ts'

const waits = [500, 1500, 4000]
const pollEveryMs = 15_000

/** Follows a stream until aborted: reconnects from the last id; after three failures it polls between tries. */
export async function followStream(options: {
  path: string
  lastEventId?: string
  signal: AbortSignal
  onEvent: (event: StreamEvent) => void
  /** Called when the stream is down for longer: fetch the whole thing once. */
  onPoll: () => void
}): Promise<void> {
  let lastEventId = options.lastEventId
  let failures = 0
  while (!options.signal.aborted) {
    try {
      const stream = eventStream({
        path: options.path,
        signal: options.signal,
        ...(lastEventId === undefined ? {} : { lastEventId }),
      })
      for await (const event of stream) {
        failures = 0
        lastEventId = event.id ?? lastEventId
        options.onEvent(event)
      }
    } catch {
      failures += 1
    }
    if (options.signal.aborted) return
    if (failures >= waits.length) options.onPoll()
    await pause(waits[failures] ?? pollEveryMs, options.signal)
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
