import type { Db } from 'mongodb'
import type { Stack, StackServer } from '../../apps/local/src/boot-stack.ts'
import { until } from '../support/until.ts'
import type { Contender } from './contender.ts'
import { measureThroughput } from './measure-throughput.ts'

export interface Recovery {
  /** Runs that the killed worker held, and when the last of them was somebody else's or over; one for each kill. */
  held: number[]
  tookMs: number[]
}

interface HeldRun {
  _id: string
  claimedBy: string | null
  state: string
  dueAt: Date | null
}

const withinMs = 30_000
const underLoadSeconds = 8
const killAfterMs = 3000
const victim: StackServer = 'worker-2'

/** kill -9 of one of two workers while both have work. */
export async function measureRecovery(
  contender: Contender,
  about: { stack: Stack; database: Db; kills: number },
): Promise<Recovery> {
  const { stack, database, kills } = about
  const found: Recovery = { held: [], tookMs: [] }
  stack.startServer(victim)
  while (found.held.length < kills) {
    await until({ what: 'two workers beat', withinMs }, async () => {
      return (await database.collection('workers').countDocuments()) === 2
    })
    const load = measureThroughput(contender, { seconds: underLoadSeconds })
    await new Promise((resolve) => setTimeout(resolve, killAfterMs))
    const { held, tookMs } = await killAndWatch({ stack, database })
    found.held.push(held)
    found.tookMs.push(tookMs)
    await load
  }
  await stack.stopServer(victim)
  return found
}

async function killAndWatch({ stack, database }: { stack: Stack; database: Db }) {
  const workers = database.collection<{ _id: string; pid: number }>('workers')
  const runs = database.collection<HeldRun>('runs')
  const worker = await workers.findOne({ pid: stack.pidOf(victim) ?? 0 })
  const began = performance.now()
  await stack.kill(victim)
  // By the index of what is held or due.
  const mine = { claimedBy: worker?._id ?? '', state: 'active', dueAt: { $type: 'date' as const } }
  const held = await runs.countDocuments(mine)
  await until({ what: 'nothing is held by the killed worker', withinMs, everyMs: 20 }, async () => {
    return (await runs.countDocuments(mine)) === 0
  })
  return { held, tookMs: performance.now() - began }
}
