import autocannon from 'autocannon'
import type { Contender } from './contender.ts'

export interface Throughput {
  /** Runs that were submitted, answered and finished. */
  runs: number
  /** From the first submit to the last finish: a backlog that was left is worked off without submits beside it. */
  runsPerSecond: number
  /** Finished while submits arrived: what goes on as long as they do. */
  sustainedPerSecond: number
  submitP50: number
  submitP99: number
  accepted: number
  refused: number
}

const drainMs = 25_000

export interface Load {
  seconds: number
  connections?: number
}

/** Submits as fast as it is answered, then waits for the last run. */
export async function measureThroughput(
  contender: Contender,
  { seconds, connections = 100 }: Load,
): Promise<Throughput> {
  const before = await contender.finished()
  const began = Date.now()
  const result = await autocannon({
    url: contender.url,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        headers: contender.headers,
        setupRequest: (request) => ({ ...request, body: contender.makeBody() }),
      },
    ],
  })
  const underLoad = (await contender.finished()) - before
  const loadedFor = (Date.now() - began) / 1000
  const runs = await drained(contender, { before, wanted: result['2xx'] })
  const took = (((await contender.lastFinish()) ?? new Date()).getTime() - began) / 1000
  return {
    runs,
    runsPerSecond: runs / took,
    sustainedPerSecond: underLoad / loadedFor,
    submitP50: result.latency.p50,
    submitP99: result.latency.p99,
    accepted: result['2xx'],
    refused: result.non2xx + result.errors,
  }
}

/** How many runs ended of those that were accepted, in the time that they get. */
export async function drained(
  contender: Contender,
  { before, wanted }: { before: number; wanted: number },
): Promise<number> {
  const deadline = performance.now() + drainMs
  for (;;) {
    const runs = (await contender.finished()) - before
    if (runs >= wanted || performance.now() > deadline) return runs
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
