import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from 'mongodb'
import { watchCost } from './watch-cost.ts'

/** Milliseconds of CPU that each process takes of a second in which nobody asks for anything. */
export async function measureIdle(about: {
  database: Db
  pids: Readonly<Record<string, number>>
  seconds: number
}): Promise<Record<string, number>> {
  const { database, pids, seconds } = about
  const cost = await watchCost({ database, pids })
  await pause(seconds * 1000)
  return (await cost(seconds)).cpuMs
}
