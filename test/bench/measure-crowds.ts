import autocannon from 'autocannon'
import type { Contender } from './contender.ts'
import { drained } from './measure-throughput.ts'
import { percentile } from './percentile.ts'

export interface Crowd {
  submitters: number
  answeredWell: number
  /** Answered well, and no run of it ended. */
  lost: number
  p50: number
  p95: number
}

/** As often, each when the runs of the one before have ended. */
export async function measureCrowds(
  contender: Contender,
  { submitters, times }: { submitters: number; times: number },
): Promise<Crowd[]> {
  const crowds: Crowd[] = []
  while (crowds.length < times) crowds.push(await measureCrowd(contender, submitters))
  return crowds
}

/** So many people, each with a connection of their own, submit one form at the same moment. */
async function measureCrowd(contender: Contender, submitters: number): Promise<Crowd> {
  const before = await contender.finished()
  const { result, tookMs } = await shoot({
    url: contender.url,
    connections: submitters,
    amount: submitters,
    requests: [
      {
        method: 'POST',
        headers: contender.headers,
        setupRequest: (request) => ({ ...request, body: contender.makeBody() }),
      },
    ],
  })
  const answeredWell = result['2xx']
  const runs = await drained(contender, { before, wanted: answeredWell })
  return {
    submitters,
    answeredWell,
    // Some may have been taken whose answer came too late for autocannon.
    lost: Math.max(0, answeredWell - runs),
    p50: Math.round(percentile(tookMs, 0.5)),
    p95: Math.round(percentile(tookMs, 0.95)),
  }
}

/** Each answer's time beside autocannon's summary, which knows no 95th percentile. */
function shoot(options: autocannon.Options): Promise<{ result: autocannon.Result; tookMs: number[] }> {
  const tookMs: number[] = []
  return new Promise((resolve, reject) => {
    const instance = autocannon(options, (error, result) =>
      error ? reject(error) : resolve({ result, tookMs }),
    )
    instance.on('response', (_client, _status, _bytes, responseTime) => void tookMs.push(responseTime))
  })
}
