import type { Actor } from './actor.ts'

export interface Event {
  at: number
  /** Decides by chance among what is due at the same moment. */
  tie: number
  actor: Actor
  run(): void
}

/** A binary heap: the earliest event first. */
export class EventQueue {
  private readonly heap: Event[] = []

  get size(): number {
    return this.heap.length
  }

  put(event: Event): void {
    const { heap } = this
    let place = heap.push(event) - 1
    while (place > 0) {
      const above = (place - 1) >> 1
      const parent = heap[above] as Event
      if (!isBefore(event, parent)) break
      heap[place] = parent
      place = above
    }
    heap[place] = event
  }

  take(): Event | undefined {
    const { heap } = this
    const first = heap[0]
    const last = heap.pop()
    if (first === undefined || last === undefined || heap.length === 0) return first
    let place = 0
    for (;;) {
      let below = place * 2 + 1
      if (below >= heap.length) break
      if (below + 1 < heap.length && isBefore(heap[below + 1] as Event, heap[below] as Event)) below += 1
      const child = heap[below] as Event
      if (!isBefore(child, last)) break
      heap[place] = child
      place = below
    }
    heap[place] = last
    return first
  }
}

function isBefore(left: Event, right: Event): boolean {
  return left.at < right.at || (left.at === right.at && left.tie < right.tie)
}
