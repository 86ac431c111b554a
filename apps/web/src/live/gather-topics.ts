const pauseMs = 1_000

/**
 * The first hint is followed at once, those that come within a second of it together afterwards: a batch of hundreds hints
 * once for each form, and no page needs its lists that often.
 */
export function gatherTopics(follow: (topic: string) => void) {
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const pause = () => {
    timer = setTimeout(() => {
      timer = undefined
      if (waiting.size === 0) return
      const due = [...waiting]
      waiting.clear()
      due.forEach(follow)
      pause()
    }, pauseMs)
  }
  const gather = (topic: string) => {
    if (timer !== undefined) {
      waiting.add(topic)
      return
    }
    follow(topic)
    pause()
  }
  return Object.assign(gather, { stop: () => clearTimeout(timer) })
}
