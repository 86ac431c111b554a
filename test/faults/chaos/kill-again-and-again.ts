import { setTimeout as pause } from 'node:timers/promises'
import type { Stack, StackServer } from '../../../apps/local/src/boot-stack.ts'
import { countHits, totalHits } from './kill-log.ts'
import type { Lives } from './watch-lives.ts'

export interface Chaos {
  stack: Stack
  server: StackServer
  /** The named points that kill this server; each `leastHits` times. */
  points: readonly string[]
  leastHits: number
  /** All kills together, those from outside included. */
  kills: number
  log: string
  /** At which hit of its point a life ends, drawn anew each time. */
  atHit: { first: number; last: number }
  lives: Lives
  /** Settings of one life; asked anew each time. */
  env(point: string | undefined): NodeJS.ProcessEnv
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
const longestLifeMs = 5000
const longestRestMs = 15_000
const longestBootMs = 40_000

/** Kills a server life after life, each time at the point that was hit least, and now and then from outside. */
export async function killAgainAndAgain(chaos: Chaos): Promise<void> {
  const { stack, server, lives, toll } = chaos
  const passedOver = new Map<string, number>()
  while (!chaos.over() && !isEnough(chaos)) {
    const resting = await lives.needsRest()
    const point = resting ? undefined : choosePoint(chaos, passedOver)
    const before = totalHits(chaos.log)
    await stack.restart(server, { ...chaos.env(point), ...armed(chaos, point) })
    const dead = () => totalHits(chaos.log) > before
    await waitFor(longestBootMs, async () => chaos.over() || dead() || (await lives.isUp()))
    if (resting) await waitFor(longestRestMs, async () => chaos.over() || !(await lives.needsRest()))
    else if (point === undefined) await pause(100 + Math.random() * 1000)
    else if (await waitFor(longestLifeMs, async () => chaos.over() || dead())) {
      toll.byPoint += dead() ? 1 : 0
      continue
    } else passedOver.set(point, (passedOver.get(point) ?? 0) + 1)
    await stack.kill(server)
    toll.fromOutside += 1
  }
  await stack.restart(server, chaos.env(undefined))
}

function armed({ log, atHit }: Chaos, point: string | undefined): NodeJS.ProcessEnv {
  if (point === undefined) return {}
  const hit = atHit.first + Math.floor(Math.random() * (atHit.last - atHit.first + 1))
  return { FIELDLEDGER_FAILPOINTS: `${point}=kill@${hit}`, FIELDLEDGER_FAILPOINTS_LOG: log }
}

function isEnough({ points, leastHits, kills, log, toll }: Chaos): boolean {
  const hits = countHits(log)
  return (
    toll.byPoint + toll.fromOutside >= kills && points.every((point) => (hits.get(point) ?? 0) >= leastHits)
  )
}

/** undefined = from outside. A point that was waited for in vain is given time to become reachable. */
function choosePoint(
  { points, leastHits, kills, log, toll }: Chaos,
  passedOver: ReadonlyMap<string, number>,
): string | undefined {
  const hits = countHits(log)
  const owed = (point: string) => (hits.get(point) ?? 0) + (passedOver.get(point) ?? 0)
  const open = points.filter((point) => (hits.get(point) ?? 0) < leastHits)
  const fewest = (open.length > 0 ? open : points).toSorted((left, right) => owed(left) - owed(right))[0]
  const missing = open.reduce((sum, point) => sum + leastHits - (hits.get(point) ?? 0), 0)
  const room = kills - toll.byPoint - toll.fromOutside - missing
  return room > 0 && Math.random() < room / (room + missing) ? undefined : fewest
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
