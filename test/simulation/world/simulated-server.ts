import type { Fate, MemoryServer, Operation } from '../memory-database/memory-database.ts'
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

  gate(operation: Operation, arrived: (fate: Fate) => void): void {
    const { world, plan } = this
    const { current, chance } = world
    if (current.kind === 'world') {
      arrived('done')
      return
    }
    const delay = chance.happens(0.02) ? plan.slowestMs * 3 : chance.below(plan.slowestMs)
    const healed = world.elapsed >= plan.healsAtMs
    world.after(current, delay, () => arrived(healed ? 'done' : this.fate(operation)))
  }

  private fate(operation: Operation): Fate {
    const { faults } = this.plan
    const { chance } = this.world
    if (chance.happens(faults.databaseBefore)) {
      this.count.happened('database: the connection breaks before')
      return new ConnectionBroke()
    }
    if (operation === 'commit' && chance.happens(faults.writeConflict)) {
      this.count.happened('database: write conflict')
      return new WriteConflict()
    }
    if (operation === 'write' && chance.happens(faults.databaseAfter)) {
      this.count.happened('database: the connection breaks after')
      return 'answer-lost'
    }
    return 'done'
  }

  now(): number {
    return this.world.now
  }

  committed(changes: readonly Change[]): void {
    this.onCommit(changes)
  }
}
