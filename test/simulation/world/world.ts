import { type Actor, newActor } from './actor.ts'
import { Chance } from './chance.ts'
import { EventQueue } from './event-queue.ts'

/** Where virtual time begins. */
const beginning = 1_800_000_000_000

/** Everything that moves, in one thread and one seeded order: who goes next, and what time it is. */
export class World {
  now = beginning
  readonly chance: Chance
  readonly self = newActor({ name: 'world', kind: 'world' })
  /** Whose code runs at this moment: what it waits for next is its own. */
  current: Actor = this.self
  steps = 0
  /** Tells one interleaving from another. */
  trace = 0
  /** May freeze or kill the actor whose turn it is. */
  beforeStep: (actor: Actor) => void = () => undefined
  private readonly events = new EventQueue()

  constructor(seed: number) {
    this.chance = new Chance(seed)
  }

  get elapsed(): number {
    return this.now - beginning
  }

  after(actor: Actor, delayMs: number, run: () => void): void {
    this.events.put({ at: this.now + delayMs, tie: this.chance.next(), actor, run })
  }

  /** Sleep of whoever runs now. */
  sleep(delayMs: number): Promise<void> {
    const { current } = this
    return new Promise((resolve) => {
      this.after(current, delayMs, resolve)
    })
  }

  /** One event after the other, each with all that follows from it, until `over` says so or nothing is left. */
  async run(over: () => boolean): Promise<void> {
    while (!over()) {
      const event = this.events.take()
      if (event === undefined) return
      const { actor } = event
      if (actor.dead) continue
      this.now = Math.max(this.now, event.at)
      if (actor.kind === 'worker' || actor.kind === 'api') this.beforeStep(actor)
      if (actor.dead) continue
      if (actor.frozenUntil > this.now) {
        this.events.put({ ...event, at: actor.frozenUntil, tie: this.chance.next() })
        continue
      }
      this.steps += 1
      this.trace =
        (Math.imul(this.trace, 31) +
          actor.name.charCodeAt(actor.name.length - 1) * 7 +
          actor.kind.charCodeAt(0)) |
        0
      this.current = actor
      event.run()
      await allHasFollowed()
      this.current = this.self
    }
  }
}

/** Resolves when no promise is left that could go on by itself: Node's tick queue comes after all its microtasks. */
function allHasFollowed(): Promise<void> {
  return new Promise((resolve) => {
    process.nextTick(resolve)
  })
}
