import type { AgendaClock, AgendaDoorbell } from '@fieldledger/storage'
import { startWorker } from '../../../apps/worker/src/start-worker.ts'
import type { Change } from '../memory-database/view.ts'
import { type Actor, newActor } from './actor.ts'
import type { FaultCount } from './fault-count.ts'
import type { Plan } from './plan.ts'
import type { SimulatedCompany } from './simulated-company.ts'
import type { World } from './world.ts'

interface Running {
  actor: Actor
  clock: AgendaClock | undefined
}

/** The product's own workers: heartbeat, loop, sweeps. Killed ones come back as new ones; no doorbell is sure to arrive. */
export class WorkerPool {
  readonly running: Running[] = []
  private started = 0
  private readonly parts: {
    world: World
    plan: Plan
    company: SimulatedCompany
    count: FaultCount
    onError(error: unknown): void
  }

  constructor(parts: WorkerPool['parts']) {
    this.parts = parts
    for (let worker = 0; worker < parts.plan.workers; worker += 1) this.start()
    this.tick()
  }

  killed(actor: Actor): void {
    const place = this.running.findIndex((one) => one.actor === actor)
    if (place < 0) return
    this.running.splice(place, 1)
    const { world } = this.parts
    world.after(world.self, world.chance.between(100, 3000), () => this.start())
  }

  /** What is committed, as the workers are told of it. */
  hear(changes: readonly Change[]): void {
    if (changes.some(({ table, after }) => table.name === 'outbox' && after?.work === true))
      for (const worker of this.running) this.ring(worker)
  }

  private start(): void {
    const { world, plan, company, onError } = this.parts
    this.started += 1
    const actor = newActor({
      name: `worker-${this.started}`,
      kind: 'worker',
      skewMs: this.started === 1 ? plan.skewMs : 0,
    })
    const worker: Running = { actor, clock: undefined }
    this.running.push(worker)
    const doorbell = this.doorbellOf(worker)
    world.after(actor, world.chance.between(0, 50), () => {
      const runtime = company.runtimeOf(actor, doorbell)
      startWorker({ runtime, doorbell, sendMails: idle, watchDueWork: idle, onError }).catch(() => {
        // Its first beat failed: the process ends and is started again.
        actor.dead = true
        this.killed(actor)
      })
    })
  }

  private doorbellOf(worker: Running): AgendaDoorbell {
    return {
      ring: () => {
        worker.clock?.onTick()
        const other = this.running[this.parts.world.chance.between(0, this.running.length - 1)]
        if (other !== undefined) this.ring(other)
      },
      start: async (clock) => {
        worker.clock = clock
      },
      stop: async () => undefined,
    }
  }

  private ring(worker: Running): void {
    const { world, plan, count } = this.parts
    const { faults } = plan
    if (world.chance.happens(faults.bellDropped)) {
      count.happened('doorbell: dropped')
      return
    }
    const doubled = world.chance.happens(faults.bellDoubled)
    if (doubled) count.happened('doorbell: doubled')
    for (const _ring of doubled ? [1, 2] : [1]) {
      const delayed = world.chance.happens(faults.bellDelayed)
      if (delayed) count.happened('doorbell: delayed')
      world.after(worker.actor, world.chance.between(1, delayed ? 8000 : 20), () => worker.clock?.onTick())
    }
  }

  /** Agenda's clock: each sweep now and then, on one worker or another, at times on two. */
  private tick(): void {
    const { world, onError } = this.parts
    for (const name of ['free what dead workers held', 'look for due work'])
      this.every(name === 'look for due work' ? 5000 : 2000, () => {
        const worker = world.chance.pick(this.running)
        if (worker === undefined) return
        for (const _time of world.chance.happens(0.1) ? [1, 2] : [1])
          world.after(worker.actor, world.chance.between(0, 100), () => {
            const sweep = worker.clock?.sweeps[name]
            Promise.resolve(sweep?.run()).catch(onError)
          })
      })
  }

  private every(everyMs: number, run: () => void): void {
    const { world } = this.parts
    world.after(world.self, everyMs * (0.7 + world.chance.next() * 0.6), () => {
      run()
      this.every(everyMs, run)
    })
  }
}

/** Mails and the watchdog change nothing that is judged here. */
const idle = async (): Promise<void> => undefined
