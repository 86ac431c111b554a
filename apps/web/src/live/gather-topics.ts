const firstPauseMs = 200
/** What is seen is at most so old, and the time of one fetch: a run takes its colours within a second. */
const longestPauseMs = 700
/** One that does not come back keeps the others waiting no longer. */
const longestFetchMs = 3_000

/**
 * The first hint is followed at once, those that come soon after it together; the longer they go on the longer is each
 * pause: a batch of hundreds hints once for each form, and no page needs its lists that often. What is under way is
 * waited for: a fetch that the next hint breaks off would show nothing to whoever looks at a busy company.
 */
export function gatherTopics(follow: (topic: string) => Promise<unknown>) {
  const waiting = new Set<string>()
  let isPause = false
  let isOver = false
  const followAll = async (topics: readonly string[], pauseMs: number) => {
    isPause = true
    const fetched = Promise.allSettled(topics.map(follow))
    await Promise.all([after(pauseMs), Promise.race([fetched, after(longestFetchMs)])])
    isPause = false
    if (isOver || waiting.size === 0) return
    const due = [...waiting]
    waiting.clear()
    void followAll(due, Math.min(2 * pauseMs, longestPauseMs))
  }
  const gather = (topic: string) => {
    if (isPause) waiting.add(topic)
    else void followAll([topic], firstPauseMs)
  }
  return Object.assign(gather, {
    stop: () => {
      isOver = true
    },
  })
}

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
