import { setTimeout as pause } from 'node:timers/promises'
import type { Stack } from '../../../apps/local/src/boot-stack.ts'
import { countHits, totalHits } from './kill-log.ts'

export interface Chaos {
  stack: Stack
  server: 'api' | 'worker'
  /** The named points that kill this server; each `leastHits` times. */
  points: readonly string[]
  leastHits: number
  /** All kills together, those from outside included. */
  kills: number
  log: string
  /** Settings of one life; asked anew each time. */
  env(point: string | undefined): NodeJS.ProcessEnv
  /** Too many in a row at the same work would be set aside as poison: then one life goes unharmed. */
  needsRest(): Promise<boolean>
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
    const rest = await chaos.needsRest()
    const point = rest ? undefined : choosePoint(chaos, { toll, passedOver })
    const before = totalHits(log)
    await stack.restart(server, {
      ...chaos.env(point),
      FIELDLEDGER_FAILPOINTS_LOG: log,
      ...(point === undefined
        ? {}
        : { FIELDLEDGER_FAILPOINTS: `${point}=kill@${1 + Math.floor(Math.random() * 3)}` }),
    })
    if (point === undefined) {
      await pause(rest ? 2500 : 900 + Math.random() * 900)
      if (rest) continue
      await stack.kill(server)
      toll.fromOutside += 1
      continue
    }
    if (await dies(chaos, before)) toll.byPoint += 1
    else passedOver.set(point, (passedOver.get(point) ?? 0) + 1)
  }
  await stack.restart(server, chaos.env(undefined))
  return toll
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
