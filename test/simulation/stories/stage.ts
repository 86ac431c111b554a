import type { Submission } from '@fieldledger/forms'
import type { LedgerBooks } from '../world/ledger-books.ts'
import type { Plan } from '../world/plan.ts'
import type { SimulatedCompany } from '../world/simulated-company.ts'
import type { World } from '../world/world.ts'
import type { FrontDesk } from './front-desk.ts'

export interface Stage {
  world: World
  plan: Plan
  company: SimulatedCompany
  desk: FrontDesk
  books: LedgerBooks
  rows(collection: string): Iterable<Record<string, unknown>>
}

export function submissionOf({ rows }: Stage, id: string): Submission | undefined {
  for (const row of rows('submissions'))
    if (row._id === id) return { ...row, id: row._id } as unknown as Submission
  return undefined
}
