import { join } from 'node:path'
import { failpointNames } from '@fieldledger/runtime'
import type { StackServer } from '../../../apps/local/src/boot-stack.ts'
import type { FaultScene } from './boot-for-faults.ts'
import { isApiUp, isWorkerUp } from './is-up.ts'
import { killAgainAndAgain, noToll, type Toll } from './kill-again-and-again.ts'
import { countHits } from './kill-log.ts'
import type { Trouble } from './trouble.ts'

export const stormWorkers = ['worker', 'worker-2', 'worker-3'] as const

export interface Wanted {
  workerKills: number
  apiKills: number
  /** What each named point must have had, over all servers. */
  leastHits: number
}

export interface KillsTold {
  workerKills: number
  apiKills: number
  hits: ReadonlyMap<string, number>
}

const livesOfWorkers = { aim: 0.5, other: 0.04, longestMs: 5000 }
/** Longer ones: what nobody could submit, no worker can be killed at. */
const livesOfApi = { aim: 0.2, other: 0.02, longestMs: 8000 }
const ofApi = (point: string) => point.startsWith('submit.') || point.startsWith('decide.')
const killsOf = ({ byPoint, fromOutside }: Toll) => byPoint.size + fromOutside.size

/** Kills three workers and the api side by side until each has had its share, and leaves them alive. */
export async function killServers(
  { folder, stack, database }: FaultScene,
  { round, wanted, trouble }: { round: string; wanted: Wanted; trouble: Trouble },
): Promise<KillsTold> {
  const logOf = (server: string) => join(folder, `${round}-${server}-failpoints.log`)
  const hits = () => sumOfHits([...stormWorkers, 'api'].map((server) => countHits(logOf(server))))
  const tolls = { workers: noToll(), api: noToll() }

  const kill = (server: StackServer, share: { kills: number; toll: Toll; isApi: boolean }) => {
    const points = failpointNames.filter((point) => ofApi(point) === share.isApi)
    const lacks = () => points.some((point) => (hits().get(point) ?? 0) < wanted.leastHits)
    return killAgainAndAgain({
      stack,
      server,
      points,
      lives: share.isApi ? livesOfApi : livesOfWorkers,
      hits,
      leastHits: wanted.leastHits,
      log: logOf(server),
      toll: share.toll,
      env: envOfLife,
      over: () => !trouble.goesOn(),
      enough: () => killsOf(share.toll) >= share.kills && !lacks(),
      isUp: () => (share.isApi ? isApiUp(stack) : isWorkerUp(stack, { database, name: server })),
    })
  }
  const ofWorkers = { kills: wanted.workerKills, toll: tolls.workers, isApi: false }
  await Promise.all([
    kill('api', { kills: wanted.apiKills, toll: tolls.api, isApi: true }),
    ...stormWorkers.map((worker) => kill(worker, ofWorkers)),
  ])
  return { workerKills: killsOf(tolls.workers), apiKills: killsOf(tolls.api), hits: hits() }
}

/** Half of the lives replay the key, the other half must look every unknown outcome up. */
function envOfLife(): NodeJS.ProcessEnv {
  return Math.random() < 0.5 ? { FIELDLEDGER_REPLAY_WINDOW_MS: '0' } : {}
}

function sumOfHits(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sum = new Map<string, number>()
  for (const hits of all) for (const [point, count] of hits) sum.set(point, (sum.get(point) ?? 0) + count)
  return sum
}
