import type { Contender } from './contender.ts'
import { measureThroughput, type Throughput } from './measure-throughput.ts'
import { percentile } from './percentile.ts'
import { type Cost, watchCost } from './watch-cost.ts'

interface Entrant {
  contender: Contender
  watched: Parameters<typeof watchCost>[0]
}

interface Turn {
  fast: Throughput
  cost: Cost
}

export interface Turns {
  /** Of several turns the middle one by runs a second to the end of the last; what was sustained is the middle of all. */
  ours: Turn
  peer: Turn
  /** Ours by the peer's in each of them. */
  ratios: { toTheEnd: readonly number[]; sustained: readonly number[] }
}

/** Ours and the peer in turn, several times: a machine may be half as fast again a minute later. */
export async function measureByTurns(
  { ours, peer }: Record<'ours' | 'peer', Entrant>,
  { turns, seconds }: { turns: number; seconds: number },
): Promise<Turns> {
  const taken: Record<'ours' | 'peer', Turn>[] = []
  for (let turn = 0; turn < turns; turn++)
    taken.push({ ours: await take(ours, seconds), peer: await take(peer, seconds) })
  return {
    ours: middle(taken.map((turn) => turn.ours)),
    peer: middle(taken.map((turn) => turn.peer)),
    ratios: {
      toTheEnd: taken.map(({ ours, peer }) => ours.fast.runsPerSecond / peer.fast.runsPerSecond),
      sustained: taken.map(({ ours, peer }) => ours.fast.sustainedPerSecond / peer.fast.sustainedPerSecond),
    },
  }
}

async function take({ contender, watched }: Entrant, seconds: number): Promise<Turn> {
  const cost = await watchCost(watched)
  const fast = await measureThroughput(contender, { seconds })
  return { fast, cost: await cost(fast.runs) }
}

function middle([first, ...others]: readonly Turn[]): Turn {
  if (first === undefined) throw new RangeError('At least one turn is needed: ask for more.')
  const turns = [first, ...others]
  const sorted = turns.toSorted((one, other) => one.fast.runsPerSecond - other.fast.runsPerSecond)
  const { fast, cost } = sorted[Math.floor(sorted.length / 2)] ?? first
  const sustained = turns.map((turn) => turn.fast.sustainedPerSecond)
  return { fast: { ...fast, sustainedPerSecond: percentile(sustained, 0.5) }, cost }
}
