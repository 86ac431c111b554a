import { type OurBooks, ourBooks } from './judge/books-row.ts'
import { isAtRest } from './judge/is-at-rest.ts'
import { LeaseJudge } from './judge/judge-leases.ts'
import { judgeRest } from './judge/judge-rest.ts'
import { judgeCommit, judgeLedger } from './judge/judge-step.ts'
import { Violation } from './judge/violation.ts'
import { MemoryDatabase } from './memory-database/memory-database.ts'
import { NotImitated } from './memory-database/memory-errors.ts'
import { FrontDesk } from './stories/front-desk.ts'
import { OrderStory } from './stories/order-story.ts'
import type { Actor } from './world/actor.ts'
import { FaultCount } from './world/fault-count.ts'
import { LedgerBooks } from './world/ledger-books.ts'
import { ledgerTimes, type Plan, planOf } from './world/plan.ts'
import { SimulatedCompany } from './world/simulated-company.ts'
import { SimulatedLedger } from './world/simulated-ledger.ts'
import { SimulatedServer } from './world/simulated-server.ts'
import { followTimeOf } from './world/virtual-time.ts'
import { WorkerPool } from './world/worker-pool.ts'
import { World } from './world/world.ts'

const longestAfterHealingMs = 200_000

export interface ScheduleEnd {
  steps: number
  virtualMs: number
  trace: number
  violation?: string
}

/** Runs schedule after schedule in one process; the database's models are made once. */
export class Scheduler {
  readonly count = new FaultCount()
  private readonly server = new SimulatedServer({ world: new World(0), plan: planOf(0), count: this.count })
  private readonly database = new MemoryDatabase(this.server)

  async run(plan: Plan): Promise<ScheduleEnd> {
    const world = new World(plan.seed)
    followTimeOf(world)
    this.database.clear()
    this.server.world = world
    this.server.plan = plan
    const end: { violation?: string } = {}
    try {
      await this.play(world, plan)
    } catch (error) {
      if (!(error instanceof Violation)) throw error
      end.violation = error.message
    }
    return { steps: world.steps, virtualMs: world.elapsed, trace: world.trace, ...end }
  }

  private async play(world: World, plan: Plan): Promise<void> {
    const { count, database, server } = this
    const refuses = () => {
      const refused = world.chance.happens(plan.faults.refused)
      if (refused) count.happened('ledger: refusal')
      return refused
    }
    const books = new LedgerBooks({ ...plan.ledger, windowMs: ledgerTimes.windowMs, refuses })
    const ledger = new SimulatedLedger({ world, books, plan, count })
    const company = new SimulatedCompany({ world, plan, database, ledger })
    let wrong: unknown
    const onError = (error: unknown) => {
      if (error instanceof NotImitated || error instanceof TypeError) wrong = error
    }
    const pool = new WorkerPool({ world, plan, company, count, onError })
    const desk = new FrontDesk({ world, company, onError })
    server.onCommit = (changes) => {
      pool.hear(changes)
      try {
        judgeCommit(changes)
      } catch (error) {
        wrong = error
      }
    }
    const rows = (collection: string) => database.rows(collection)
    const stories = Array.from(
      { length: plan.orders },
      (_, position) => new OrderStory({ world, plan, company, desk, books, rows }, `order-${position + 1}`),
    )
    world.beforeStep = this.mischief({ world, plan, pool, desk })
    const ours = ourBooks(database)
    const done = this.observe({ world, plan, ours, books, stories })
    await world.run(() => {
      if (wrong !== undefined) throw wrong
      judgeLedger(books)
      return done()
    })
    judgeRest({ ours, books, stories, plan })
  }

  private mischief(on: { world: World; plan: Plan; pool: WorkerPool; desk: FrontDesk }) {
    const { world, plan, pool, desk } = on
    const kills = new Set(plan.kills)
    const freezes = new Map(plan.freezes.map(({ step, forMs }) => [step, forMs]))
    return (actor: Actor) => {
      if (world.elapsed > plan.healsAtMs) return
      if (kills.delete(world.steps)) {
        this.count.happened(`${actor.kind}: killed`)
        actor.dead = true
        pool.killed(actor)
        desk.killed(actor)
      }
      const freezeMs = freezes.get(world.steps)
      if (freezeMs === undefined) return
      freezes.delete(world.steps)
      this.count.happened(`${actor.kind}: frozen`)
      actor.frozenUntil = world.now + freezeMs
    }
  }

  private observe(on: {
    world: World
    plan: Plan
    ours: OurBooks
    books: LedgerBooks
    stories: readonly OrderStory[]
  }) {
    const { world, plan, ours, books, stories } = on
    const leases = new LeaseJudge()
    let over = false
    let wrong: unknown
    const look = () => {
      try {
        leases.judge(ours, { now: world.now, wellSince: world.now - world.elapsed + plan.healsAtMs + 9000 })
        over = stories.every(({ busy }) => busy === 0) && isAtRest(ours, books)
        if (!over && world.elapsed > plan.healsAtMs + longestAfterHealingMs)
          throw new Violation('everything comes to rest once faults are over')
      } catch (error) {
        wrong = error
      }
      world.after(world.self, 400, look)
    }
    world.after(world.self, 400, look)
    return () => {
      if (wrong !== undefined) throw wrong
      return over
    }
  }
}
