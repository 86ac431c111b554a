import autocannon from 'autocannon'
import type { Contender } from './contender.ts'

export interface Throughput {
  /** Runs that were submitted, answered and finished. */
  runs: number
  runsPerSecond: number
  submitP50: number
  submitP99: number
  accepted: number
  refused: number
  /** Of the refused, those that were told when to come again: 503 with Retry-After. */
  toldToReturn: number
}

const drainMs = 25_000

export interface Load {
  seconds: number
  connections?: number
  /** Submits a second, all connections together; as many as are answered otherwise. */
  rate?: number
}

/** Submits as fast as it is answered, then waits for the last run: first submit to last finish counts. */
export async function measureThroughput(
  contender: Contender,
  { seconds, connections = 100, rate }: Load,
): Promise<Throughput> {
  const before = await contender.finished()
  const began = Date.now()
  let toldToReturn = 0
  const result = await autocannon({
    url: contender.url,
    connections,
    duration: seconds,
    ...(rate === undefined ? {} : { overallRate: rate }),
    setupClient: (client) =>
      void client.on('headers', (head) => {
        if (tellsToReturn(head)) toldToReturn += 1
      }),
    requests: [
      {
        method: 'POST',
        headers: contender.headers,
        setupRequest: (request) => ({ ...request, body: contender.makeBody() }),
      },
    ],
  })
  const runs = await drained(contender, { before, wanted: result['2xx'] })
  const took = (((await contender.lastFinish()) ?? new Date()).getTime() - began) / 1000
  return {
    runs,
    runsPerSecond: runs / took,
    submitP50: result.latency.p50,
    submitP99: result.latency.p99,
    accepted: result['2xx'],
    refused: result.non2xx + result.errors,
    toldToReturn,
  }
}

/** autocannon hands over what the parser read: status, and names and values in one list. */
function tellsToReturn(head: object): boolean {
  const { statusCode, headers } = head as { statusCode: number; headers: readonly string[] }
  return statusCode === 503 && headers.some((name) => name.toLowerCase() === 'retry-after')
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
