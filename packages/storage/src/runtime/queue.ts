/** A queue between listeners and one reader; ends with the signal. Equal waiting entries are kept once. */
export interface Queue<Entry> {
  put(entry: Entry): void
  taken(): AsyncGenerator<Entry>
}

export function createQueue<Entry>(signal: AbortSignal): Queue<Entry> {
  const waiting = new Map<string, Entry>()
  let wake: () => void = () => undefined
  signal.addEventListener('abort', () => wake(), { once: true })
  return {
    put(entry) {
      waiting.set(JSON.stringify(entry), entry)
      wake()
    },
    async *taken() {
      while (!signal.aborted) {
        const next = waiting.entries().next()
        if (next.done === true) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
          continue
        }
        const [key, entry] = next.value
        waiting.delete(key)
        yield entry
      }
    },
  }
}
