import { setTimeout as pause } from 'node:timers/promises'
import type { Stack } from '../../../apps/local/src/boot-stack.ts'
import { countHits, totalHits } from './kill-log.ts'
import type { WorkerWatch } from './watch-workers.ts'

export interface Chaos {
  stack: Stack
  server: 'api' | 'worker'
  /** The named points that kill this server; each `leastHits` times. */
  points: readonly string[]
  leastHits: number
  /** All kills together, those from outside included. */
  kills: number
  log: string
  /** At which hit of its point a life ends, drawn anew each time. */
  atHit: { first: number; last: number }
  /** Settings of one life; asked anew each time. */
  env(point: string | undefined): NodeJS.ProcessEnv
  /** Too many in a row at the same work would be set aside as poison: then one life goes on for longer. */
  watch?: WorkerWatch
  /** Nothing is left to kill over, or the time is up. */
  over(): boolean
}

export interface Toll {
  byPoint: number
  fromOutside: number
}

/** Booting counts, and a busy machine boots slowly. */
const longestLifeMs = 10_000

/** Kills a server life after life, each time at the point that was hit least, and now and then from outside. */
export async function killAgainAndAgain(chaos: Chaos): Promise<Toll> {
  const { stack, server, log } = chaos
  const toll: Toll = { byPoint: 0, fromOutside: 0 }
  const passedOver = new Map<string, number>()
  while (!chaos.over() && !isEnough(chaos, toll)) {
    const resting = (await chaos.watch?.needsRest()) ?? false
    const point = resting ? undefined : choosePoint(chaos, { toll, passedOver })
    const before = totalHits(log)
    await stack.restart(server, { ...chaos.env(point), ...armed(chaos, point) })
    if (point === undefined) await chaos.watch?.letLive(resting)
    else if (await dies(chaos, before)) {
      toll.byPoint += 1
      continue
    } else passedOver.set(point, (passedOver.get(point) ?? 0) + 1)
    await stack.kill(server)
    toll.fromOutside += 1
  }
  await stack.restart(server, chaos.env(undefined))
  return toll
}

function armed({ log, atHit }: Chaos, point: string | undefined): NodeJS.ProcessEnv {
  if (point === undefined) return {}
  const hit = atHit.first + Math.floor(Math.random() * (atHit.last - atHit.first + 1))
  return { FIELDLEDGER_FAILPOINTS: `${point}=kill@${hit}`, FIELDLEDGER_FAILPOINTS_LOG: log }
}

function isEnough({ points, leastHits, kills, log }: Chaos, toll: Toll): boolean {
  const hits = countHits(log)
  return (
    toll.byPoint + toll.fromOutside >= kills && points.every((point) => (hits.get(point) ?? 0) >= leastHits)
  )
}

/** undefined = from outside. A point that was waited for in vain is given time to become reachable. */
function choosePoint(
  { points, leastHits, kills, log }: Chaos,
  { toll, passedOver }: { toll: Toll; passedOver: Map<string, number> },
): string | undefined {
  const hits = countHits(log)
  const owed = (point: string) => (hits.get(point) ?? 0) + (passedOver.get(point) ?? 0)
  const fewest = points.toSorted((left, right) => owed(left) - owed(right))[0]
  const missing = points.reduce((sum, point) => sum + Math.max(0, leastHits - (hits.get(point) ?? 0)), 0)
  const room = kills - toll.byPoint - toll.fromOutside - missing
  return room > 0 && Math.random() < room / (room + missing) ? undefined : fewest
}

async function dies({ log, over }: Chaos, before: number): Promise<boolean> {
  const deadline = performance.now() + longestLifeMs
  while (performance.now() < deadline && !over()) {
    if (totalHits(log) > before) return true
    await pause(25)
  }
  return totalHits(log) > before
}
