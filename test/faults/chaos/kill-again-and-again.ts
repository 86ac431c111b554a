import { setTimeout as pause } from 'node:timers/promises'
import type { Stack, StackServer } from '../../../apps/local/src/boot-stack.ts'
import { totalHits } from './kill-log.ts'

export interface Chaos {
  stack: Stack
  server: StackServer
  /** The named points that may kill this server. */
  points: readonly string[]
  /** Points below that come first. */
  leastHits: number
  lives: Lives
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

/**
 * Each life has one point that it is meant to end at: where it is late on a document's way, others get through; were all
 * of them deadly, nothing would ever get as far.
 */
export interface Lives {
  /** By how much each hit of that point kills, and of another one. */
  aim: number
  other: number
  /** From when it is up: a busy machine boots slowly. */
  longestMs: number
}

/** The processes that were killed, each by its pid. */
export interface Toll {
  byPoint: Set<number>
  fromOutside: Set<number>
}

export const noToll = (): Toll => ({ byPoint: new Set(), fromOutside: new Set() })

const longestBootMs = 40_000
const lifeEndsFromOutside = 0.2
/** Before its supervisor starts it again by itself, as it was armed. */
const lookEveryMs = 25

/** Kills a server life after life, at whatever point chance and the points' shares choose, and now and then from outside. */
export async function killAgainAndAgain(chaos: Chaos): Promise<void> {
  const { stack, server, toll, log, lives } = chaos
  while (!chaos.over() && !chaos.enough()) {
    const isArmed = Math.random() > lifeEndsFromOutside
    const before = totalHits(log)
    const dead = () => totalHits(log) > before
    await stack.replace(server, { ...chaos.env(), ...(isArmed ? armed(chaos) : {}) })
    const pid = stack.pidOf(server)
    await waitFor(longestBootMs, async () => chaos.over() || dead() || (await chaos.isUp()))
    if (isArmed) await waitFor(lives.longestMs, async () => chaos.over() || dead())
    else await pause(100 + Math.random() * 900)
    // Whoever still lives is killed from outside, by whatever takes its place.
    if (pid !== undefined) (dead() ? toll.byPoint : toll.fromOutside).add(pid)
  }
  await stack.replace(server, chaos.env())
}

function armed({ points, leastHits, hits, log, lives }: Chaos): NodeJS.ProcessEnv {
  const sofar = hits()
  const lacking = points.filter((point) => (sofar.get(point) ?? 0) < leastHits)
  const aims = lacking.length > 0 ? lacking : points
  const aim = aims[Math.floor(Math.random() * aims.length)]
  const odds = (point: string) => (point === aim ? lives.aim : lives.other)
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
    await pause(lookEveryMs)
  }
  return false
}
