import { setTimeout as pause } from 'node:timers/promises'
import type { Stack, StackServer } from '../../../apps/local/src/boot-stack.ts'
import { totalHits } from './kill-log.ts'

export interface Chaos {
  stack: Stack
  server: StackServer
  /** The named points that may kill this server. */
  points: readonly string[]
  /** Points below that kill far more often. */
  leastHits: number
  /** How often each point killed, whichever server it was. */
  hits(): ReadonlyMap<string, number>
  /** Where this server's points write down that they killed it. */
  log: string
  /** Is the life that was begun last up? */
  isUp(): Promise<boolean>
  /** Settings of one life; asked anew each time. */
  env(): NodeJS.ProcessEnv
  enough(): boolean
  /** The time is up. */
  over(): boolean
  /** Counted here, while it goes on. */
  toll: Toll
}

export interface Toll {
  byPoint: number
  fromOutside: number
}

export const noToll = (): Toll => ({ byPoint: 0, fromOutside: 0 })

/** From when it is up: a busy machine boots slowly. */
const longestLifeMs = 4000
const longestBootMs = 40_000
/** By how much each hit kills. A life gets through about two documents once every point has had its share. */
const likelihood = { wanted: 0.3, usual: 0.04 }
const lifeEndsFromOutside = 0.2

/** Kills a server life after life, at whatever point chance and the points' shares choose, and now and then from outside. */
export async function killAgainAndAgain(chaos: Chaos): Promise<void> {
  const { stack, server, toll, log } = chaos
  while (!chaos.over() && !chaos.enough()) {
    const isArmed = Math.random() > lifeEndsFromOutside
    const before = totalHits(log)
    const dead = () => totalHits(log) > before
    await stack.restart(server, { ...chaos.env(), ...(isArmed ? armed(chaos) : {}) })
    await waitFor(longestBootMs, async () => chaos.over() || dead() || (await chaos.isUp()))
    if (isArmed) await waitFor(longestLifeMs, async () => chaos.over() || dead())
    else await pause(100 + Math.random() * 900)
    if (dead()) toll.byPoint += 1
    else {
      await stack.kill(server)
      toll.fromOutside += 1
    }
  }
  await stack.restart(server, chaos.env())
}

function armed({ points, leastHits, hits, log }: Chaos): NodeJS.ProcessEnv {
  const sofar = hits()
  const odds = (point: string) => ((sofar.get(point) ?? 0) < leastHits ? likelihood.wanted : likelihood.usual)
  return {
    FIELDLEDGER_FAILPOINTS: points.map((point) => `${point}=kill:${odds(point)}`).join(','),
    FIELDLEDGER_FAILPOINTS_LOG: log,
  }
}

/** Whether it came in time. */
async function waitFor(longestMs: number, come: () => Promise<boolean>): Promise<boolean> {
  const deadline = performance.now() + longestMs
  while (performance.now() < deadline) {
    if (await come()) return true
    await pause(40)
  }
  return false
}
