import type { Db } from 'mongodb'
import type { Stack } from '../../apps/local/src/boot-stack.ts'
import { until } from '../support/until.ts'
import type { Contender } from './contender.ts'
import { measureThroughput } from './measure-throughput.ts'

export interface ByWorkers {
  workers: number
  runsPerSecond: number
}

const comesUpWithinMs = 60_000

/** The same load with more workers beside the first. */
export async function measureWorkers(
  contender: Contender,
  about: { stack: Stack; database: Db; counts: readonly number[]; seconds: number },
): Promise<ByWorkers[]> {
  const { stack, database, counts, seconds } = about
  const measured: ByWorkers[] = []
  let running = 1
  for (const workers of counts) {
    while (running < workers) {
      running += 1
      stack.startServer(`worker-${running}`)
    }
    await until({ what: `${workers} workers beat`, withinMs: comesUpWithinMs }, async () => {
      const beating = await database.collection('workers').countDocuments()
      return beating >= workers
    })
    const { runsPerSecond } = await measureThroughput(contender, { seconds })
    measured.push({ workers, runsPerSecond })
  }
  for (; running > 1; running -= 1) await stack.stopServer(`worker-${running}`)
  return measured
}
