import { answeredWithin } from '../scope/answered-within.ts'
import { DatabaseSilent } from '../scope/database-trouble.ts'

/** Many times what a group takes while the database elects a primary. Whoever waits behind it would wait for ever. */
const longestMs = 60_000

/** Does the same for many at once: one answer for each, in their order. */
type DoTogether<Wish, Answer> = (wishes: readonly Wish[]) => Promise<readonly Answer[]>

export interface Grouping<Wish, Answer> {
  together: DoTogether<Wish, Answer>
  /** When a group failed: each is tried by itself, so that one cannot fail the others. Without it, all of them fail. */
  alone?: (wish: Wish) => Promise<Answer>
  most: number
  /** Groups under way at once. */
  inFlight: number
  /** Milliseconds that the next group waits behind one of so many, so that more come to it. Without it, it leaves at once. */
  restMsBehind?: (members: number) => number
}

interface Waiting<Wish, Answer> {
  wish: Wish
  resolve(answer: Answer): void
  reject(error: unknown): void
}

/**
 * Group commit: whoever comes while a group is under way goes into the next one. A caller goes on when its own group is
 * done. Nobody waits for a group to fill: the first of a quiet moment leaves at once.
 */
export function inGroups<Wish, Answer>(grouping: Grouping<Wish, Answer>): (wish: Wish) => Promise<Answer> {
  const { together, alone, most, inFlight, restMsBehind } = grouping
  const waiting: Waiting<Wish, Answer>[] = []
  let underWay = 0
  let scheduled = false

  function schedule(): void {
    if (scheduled || underWay >= inFlight || waiting.length === 0) return
    scheduled = true
    // After this turn of the event loop: requests that were read together leave together.
    setImmediate(() => {
      scheduled = false
      void send(waiting.splice(0, most))
      schedule()
    })
  }

  async function send(group: readonly Waiting<Wish, Answer>[]): Promise<void> {
    underWay += 1
    try {
      const answers = await answeredWithin(longestMs, together(group.map(({ wish }) => wish)))
      for (const [position, one] of group.entries()) one.resolve(answers[position] as Answer)
    } catch (error) {
      if (alone === undefined || error instanceof DatabaseSilent) for (const one of group) one.reject(error)
      else
        await Promise.all(
          group.map((one) => answeredWithin(longestMs, alone(one.wish)).then(one.resolve, one.reject)),
        )
    } finally {
      // A full group that waits already gains nothing by a rest.
      const restMs = waiting.length < most ? (restMsBehind?.(group.length) ?? 0) : 0
      if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs))
      underWay -= 1
      schedule()
    }
  }

  return (wish) =>
    new Promise<Answer>((resolve, reject) => {
      waiting.push({ wish, resolve, reject })
      schedule()
    })
}
