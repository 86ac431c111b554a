/** Which run or effect it was, for the log. */
export interface WorkAt {
  run?: string
  effect?: string
}

/** Far longer than any work takes: what is at it still waits for an answer that never comes. */
const longestMs = 30 * 60_000

interface Work {
  id: string
  at: WorkAt
  doing: Promise<void>
  /** Once: it is done, or let go of. */
  onEnd?: () => void
}

interface Taken extends Work {
  since: number
}

export interface UnderWay {
  readonly size: number
  ids(): string[]
  take(work: Work): void
  /** Until all that is under way now is done, well or not. */
  settled(): Promise<unknown>
  /** What waits without end: the caller gives it back, under another epoch, and whatever it still writes counts no more. */
  letGoOfStuck(): void
}

/** Runs or effects that this worker is at. */
export function createUnderWay(parts: {
  monotonic(): number
  onDone(): void
  onError(error: unknown, at: WorkAt): void
}): UnderWay {
  const { monotonic, onDone, onError } = parts
  // Not by id: freed by others while this worker is at it, the same work may be claimed here once more.
  const works = new Set<Taken>()

  function end(taken: Taken): void {
    if (works.delete(taken)) taken.onEnd?.()
  }

  return {
    get size() {
      return works.size
    },
    ids: () => [...works].map(({ id }) => id),
    take(work) {
      const taken: Taken = { ...work, since: monotonic() }
      taken.doing = work.doing
        .catch((error: unknown) => onError(error, work.at))
        .finally(() => {
          end(taken)
          onDone()
        })
      works.add(taken)
    },
    settled: () => Promise.allSettled([...works].map(({ doing }) => doing)),
    letGoOfStuck() {
      for (const work of works) {
        if (monotonic() - work.since < longestMs) continue
        onError(new WorkStuck(), work.at)
        end(work)
      }
    },
  }
}

class WorkStuck extends Error {
  readonly code = 'work-stuck'
  readonly retryable = true

  constructor() {
    super('A run or an effect waited half an hour for one answer: it is given back and taken up anew.')
    this.name = 'WorkStuck'
  }
}
