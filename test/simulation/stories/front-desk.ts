import type { Runtime } from '@fieldledger/runtime'
import { outboxDoorbell } from '@fieldledger/storage'
import { type Actor, newActor } from '../world/actor.ts'
import type { SimulatedCompany } from '../world/simulated-company.ts'
import type { World } from '../world/world.ts'

export type Answer<Result> =
  | { got: 'answer'; result: Result }
  | { got: 'refusal'; error: unknown }
  | { got: 'nothing' }

interface Process {
  actor: Actor
  runtime: Runtime
  /** Requests that have no answer yet. */
  waiting: Set<() => void>
}

/** The API as people meet it: one process at a time, which may be killed before it answers. */
export class FrontDesk {
  private readonly parts: { world: World; company: SimulatedCompany; onError(error: unknown): void }
  private started = 0
  private process: Process

  constructor(parts: FrontDesk['parts']) {
    this.parts = parts
    this.process = this.start()
  }

  ask<Result>(work: (runtime: Runtime) => Promise<Result>): Promise<Answer<Result>> {
    const { world, onError } = this.parts
    const person = world.current
    const { actor, runtime, waiting } = this.process
    return new Promise((resolve) => {
      const answer = (given: Answer<Result>) => {
        if (waiting.delete(unanswered)) world.after(person, world.chance.between(1, 40), () => resolve(given))
      }
      const unanswered = () => answer({ got: 'nothing' })
      waiting.add(unanswered)
      world.after(actor, world.chance.between(1, 40), () => {
        work(runtime).then(
          (result) => answer({ got: 'answer', result }),
          (error: unknown) => {
            onError(error)
            answer({ got: 'refusal', error })
          },
        )
      })
    })
  }

  killed(actor: Actor): void {
    const { process } = this
    if (process.actor !== actor) return
    this.process = this.start()
    for (const unanswered of [...process.waiting]) unanswered()
  }

  private start(): Process {
    this.started += 1
    const actor = newActor({ name: `api-${this.started}`, kind: 'api' })
    return {
      actor,
      runtime: this.parts.company.runtimeOf(actor, outboxDoorbell),
      waiting: new Set(),
    }
  }
}
