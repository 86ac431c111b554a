import { MaterialInput, MaterialView } from '@fieldledger/contract'
import { linkRoutes } from '../catalogue/link-routes.ts'
import { listRoutes } from '../catalogue/list-routes.ts'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'
import type { Route } from '../router/route.ts'

const list = {
  list: 'materials',
  kind: 'material',
  one: 'a material',
  input: MaterialInput,
  view: MaterialView,
} as const

export function materialRoutes(doors: LedgerDoors): Route[] {
  return [...listRoutes(doors, list), ...linkRoutes(doors, list)]
}
