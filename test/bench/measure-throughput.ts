import autocannon from 'autocannon'
import type { Contender } from './contender.ts'

export interface Throughput {
  /** Runs that were submitted, answered and finished. */
  runs: number
  runsPerSecond: number
  submitP50: number
  submitP99: number
  refused: number
}

const connections = 100
const drainMs = 25_000

/** Submits as fast as it is answered, then waits for the last run: first submit to last finish counts. */
export async function measureThroughput(contender: Contender, seconds: number): Promise<Throughput> {
  const finishedBefore = await contender.finished()
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
  const wanted = result['2xx']
  const deadline = performance.now() + drainMs
  let done = finishedBefore
  while (performance.now() < deadline) {
    done = await contender.finished()
    if (done.count - finishedBefore.count >= wanted) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const runs = done.count - finishedBefore.count
  const took = ((done.lastAt?.getTime() ?? Date.now()) - began) / 1000
  return {
    runs,
    runsPerSecond: runs / took,
    submitP50: result.latency.p50,
    submitP99: result.latency.p99,
    refused: result.non2xx + result.errors,
  }
}
