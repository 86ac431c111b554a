import { ProjectInput, ProjectView } from '@fieldledger/contract'
import { listRoutes } from '../catalogue/list-routes.ts'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'
import type { Route } from '../router/route.ts'

const list = {
  list: 'projects',
  kind: 'project',
  one: 'a project',
  input: ProjectInput,
  view: ProjectView,
} as const

export function projectRoutes(doors: LedgerDoors): Route[] {
  return listRoutes(doors, list)
}
