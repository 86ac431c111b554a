import type { MemoryServer, Operation } from '../memory-database/memory-database.ts'
import { ConnectionBroke, WriteConflict } from '../memory-database/memory-errors.ts'
import type { Change } from '../memory-database/view.ts'
import type { FaultCount } from './fault-count.ts'
import type { Plan } from './plan.ts'
import type { World } from './world.ts'

/** The database's server in this world: every operation takes its time, and some do not arrive. */
export class SimulatedServer implements MemoryServer {
  world: World
  plan: Plan
  onCommit: (changes: readonly Change[]) => void = () => undefined
  private readonly count: FaultCount

  constructor(parts: { world: World; plan: Plan; count: FaultCount }) {
    this.world = parts.world
    this.plan = parts.plan
    this.count = parts.count
  }

  gate(operation: Operation): Promise<'done' | 'answer-lost'> {
    const { world, plan } = this
    const { current, chance } = world
    if (current.kind === 'world') return Promise.resolve('done')
    const delay = chance.happens(0.02) ? plan.slowestMs * 3 : chance.below(plan.slowestMs)
    const healed = world.elapsed >= plan.healsAtMs
    return new Promise((resolve, reject) => {
      world.after(current, delay, () => {
        if (healed) resolve('done')
        else if (chance.happens(plan.faults.databaseBefore)) {
          this.count.happened('database: the connection breaks before')
          reject(new ConnectionBroke())
        } else if (operation === 'commit' && chance.happens(plan.faults.writeConflict)) {
          this.count.happened('database: write conflict')
          reject(new WriteConflict())
        } else if (operation === 'write' && chance.happens(plan.faults.databaseAfter)) {
          this.count.happened('database: the connection breaks after')
          resolve('answer-lost')
        } else resolve('done')
      })
    })
  }

  now(): number {
    return this.world.now
  }

  committed(changes: readonly Change[]): void {
    this.onCommit(changes)
  }
}
