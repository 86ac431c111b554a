import type { SceneOptions } from '../../integration/runtime/order-form.ts'
import { Chance } from './chance.ts'
import { soonOrLater } from './soon-or-later.ts'
import { type SplitPlan, splitPlan } from './split-plan.ts'

/** How often each thing that can go wrong does; 0 = not in this schedule. */
export interface Faults {
  /** Of each write to the ledger. */
  rateLimited: number
  unavailable: number
  lostBefore: number
  lostAfter: number
  late: number
  refused: number
  /** Of each read of the ledger. */
  readFails: number
  /** Of each operation on the database. */
  databaseBefore: number
  databaseAfter: number
  writeConflict: number
  /** Of each doorbell. */
  bellDropped: number
  bellDoubled: number
  bellDelayed: number
}

export interface Plan {
  seed: number
  faults: Faults
  workers: number
  orders: number
  /** How slow the database is at most. */
  slowestMs: number
  /** Steps at which the worker or the API whose turn it is is killed, or frozen for so long. */
  kills: number[]
  freezes: { step: number; forMs: number }[]
  skewMs: number
  /** From then on nothing goes wrong any more. */
  healsAtMs: number
  ledger: { keys: boolean; warnsOfDoubleNumbers: boolean }
  scene: SceneOptions
  vendorLinked: boolean
  newItem: boolean
  acts: Acts
  /** Set: the lines of each form name several vendors, and it becomes an order for each (decision 0017). */
  split?: SplitPlan
  /** So many claims without progress, then a run is set aside. */
  mostAttempts: number
}

export interface Acts {
  doubleClick: boolean
  approveTwice: boolean
  rejects: boolean
  revisions: { afterMs: number; price?: string; memo?: string }[]
  cancel?: { afterMs: number; removeFromLedger: boolean }
  resends: number[]
  retries: number[]
  stops: boolean
  /** Of any run of the form: held for so long, ended, taken up again at one of its steps. */
  pauses: { afterMs: number; forMs: number }[]
  runStops: number[]
  replays: number[]
  /** A second workflow walks the form too. */
  beside: { afterMs: number; workflow: 'labels' | 'closes' | 'approves' }[]
}

/** The provider's words about itself, on the simulation's scale; the slowest commit and the way there stay below quiet. */
export const ledgerTimes = { windowMs: 60_000, quietMs: 6000, slowestCommitMs: 2500 } as const

/** Seeds from here on tell of forms that are split: those below stay what they were when they were explored and kept. */
export const firstSplitSeed = 10_000_001

/** One schedule: few things at once go wrong, and different ones each time (a swarm). */
export function planOf(seed: number): Plan {
  if (seed < firstSplitSeed) return planOfOrders(seed)
  const plan = planOfOrders(seed - firstSplitSeed + 1)
  return { ...plan, seed, scene: { ...plan.scene, perVendor: true }, split: splitPlan(new Chance(seed)) }
}

function planOfOrders(seed: number): Plan {
  const chance = new Chance(seed)
  const some = (probability: number, rate: number) => (chance.happens(probability) ? chance.below(rate) : 0)
  const keys = chance.happens(0.5)
  const calm = chance.happens(0.05)
  const often = calm ? 0 : 1
  const approval = chance.happens(0.35)
  return {
    seed,
    faults: {
      rateLimited: some(0.2 * often, 0.4),
      unavailable: some(0.2 * often, 0.5),
      lostBefore: some(0.35 * often, 0.6),
      lostAfter: some(0.45 * often, 0.7),
      late: some(0.35 * often, 0.6),
      refused: some(0.08 * often, 0.3),
      readFails: some(0.2 * often, 0.3),
      databaseBefore: some(0.15 * often, 0.03),
      databaseAfter: some(0.15 * often, 0.03),
      writeConflict: some(0.2 * often, 0.2),
      bellDropped: some(0.5 * often, 1),
      bellDoubled: some(0.3 * often, 0.5),
      bellDelayed: some(0.3 * often, 0.5),
    },
    workers: chance.happens(0.25) ? 1 : chance.happens(0.8) ? 2 : 3,
    orders: chance.happens(0.85) ? 1 : 2,
    slowestMs: chance.pick([1, 5, 30, 200]),
    kills: times(chance.happens(0.45 * often) ? chance.between(1, 3) : 0, () => chance.between(5, 160)),
    freezes: times(chance.happens(0.35 * often) ? chance.between(1, 2) : 0, () => ({
      step: chance.between(5, 160),
      forMs: chance.between(500, 9000),
    })),
    skewMs: chance.happens(0.1) ? chance.between(-1_200_000, 1_200_000) : 0,
    healsAtMs: chance.between(2000, 20_000),
    ledger: { keys, warnsOfDoubleNumbers: chance.happens(0.2) },
    scene: {
      approval,
      failedOutlet: chance.happens(0.2),
      ...(chance.happens(0.15)
        ? {
            unlinkedItems: {
              create: true as const,
              kind: 'non-inventory' as const,
              expenseAccount: { id: 'a1', name: 'Supplies' },
            },
          }
        : {}),
    },
    vendorLinked: chance.happens(0.93),
    newItem: chance.happens(0.3),
    acts: {
      ...actsOf(chance),
      ...withApproving(actsOnRuns(new Chance(seed + 0x9e37)), new Chance(seed + 0x85eb)),
    },
    mostAttempts: new Chance(seed + 0x79b9).happens(0.1) ? 1 : 5,
  }
}

type ActsOnRuns = Pick<Acts, 'pauses' | 'runStops' | 'replays' | 'beside'>

function actsOf(chance: Chance): Omit<Acts, keyof ActsOnRuns> {
  const revisions = chance.happens(0.45) ? chance.between(1, 2) : 0
  return {
    doubleClick: chance.happens(0.1),
    approveTwice: chance.happens(0.2),
    rejects: chance.happens(0.08),
    revisions: times(revisions, () => ({
      afterMs: soonOrLater(chance),
      ...(chance.happens(0.7) ? { price: String(chance.between(11, 99)) } : {}),
      ...(chance.happens(0.5) ? { memo: `memo ${chance.between(1, 999)}` } : {}),
    })),
    ...(chance.happens(0.15)
      ? { cancel: { afterMs: soonOrLater(chance), removeFromLedger: chance.happens(0.7) } }
      : {}),
    resends: times(chance.happens(0.2) ? chance.between(1, 2) : 0, () => soonOrLater(chance)),
    retries: times(chance.happens(0.1) ? 1 : 0, () => soonOrLater(chance)),
    stops: chance.happens(0.1),
  }
}

/** From a row of numbers of its own: the seeds that were kept before stay what they were. */
function actsOnRuns(chance: Chance): ActsOnRuns {
  const few = (probability: number) => (chance.happens(probability) ? chance.between(1, 2) : 0)
  return {
    pauses: times(few(0.06), () => ({ afterMs: soonOrLater(chance), forMs: chance.between(100, 6000) })),
    runStops: times(few(0.03), () => soonOrLater(chance)),
    replays: times(few(0.06), () => soonOrLater(chance)),
    beside: times(few(0.1), () => ({
      afterMs: soonOrLater(chance),
      workflow: chance.happens(0.7) ? 'labels' : 'closes',
    })),
  }
}

/** A workflow that would say yes in place of whoever is asked, and send. */
function withApproving(acts: ActsOnRuns, chance: Chance): ActsOnRuns {
  if (!chance.happens(0.05)) return acts
  return { ...acts, beside: [...acts.beside, { afterMs: soonOrLater(chance), workflow: 'approves' }] }
}

function times<Item>(count: number, make: () => Item): Item[] {
  return Array.from({ length: count }, make)
}
