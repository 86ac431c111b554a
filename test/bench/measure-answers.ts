import autocannon from 'autocannon'

export interface Answers {
  perSecond: number
  p50: number
  p99: number
}

/** For a peer that answers when all of it is done, and keeps nothing that could be counted. */
export async function measureAnswers(url: string, seconds: number): Promise<Answers> {
  const result = await autocannon({
    url,
    connections: 100,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"total":7}',
  })
  return {
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
  }
}
