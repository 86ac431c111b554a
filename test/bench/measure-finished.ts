import type { Contender } from './contender.ts'
import { liveHeap } from './live-heap.ts'
import { measureThroughput } from './measure-throughput.ts'

export interface HeapAfter {
  /** Runs that have finished since the first look. */
  runs: number
  /** MB that are still reachable, by process. */
  heap: Record<string, number>
}

const secondsEach = 30

/** What of so many finished runs stays in memory: looked at before, about every so many, and after. */
export async function measureFinished(
  contender: Contender,
  about: { pids: Readonly<Record<string, number>>; folder: string; runs: number; looks: number },
): Promise<HeapAfter[]> {
  const { pids, folder, runs: wanted, looks } = about
  const heaps = async () => {
    const heap: Record<string, number> = {}
    for (const [name, pid] of Object.entries(pids)) heap[name] = await liveHeap({ pid, folder })
    return heap
  }
  const seen: HeapAfter[] = [{ runs: 0, heap: await heaps() }]
  for (let runs = 0; runs < wanted; ) {
    runs += (await measureThroughput(contender, { seconds: secondsEach })).runs
    if (runs >= (seen.length * wanted) / looks) seen.push({ runs, heap: await heaps() })
  }
  return seen
}
