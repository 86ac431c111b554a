type Close = () => Promise<void> | void

/** What must be undone at the end, the last begun first. */
export function createClosers() {
  const pending: Close[] = []
  let closed = false
  return {
    async add(close: Close) {
      if (closed) await close()
      else pending.push(close)
    },
    async closeAll() {
      closed = true
      for (let close = pending.pop(); close; close = pending.pop()) await close()
    },
  }
}
