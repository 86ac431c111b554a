import { CustomerInput, CustomerView } from '@fieldledger/contract'
import { listRoutes } from '../catalogue/list-routes.ts'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'
import type { Route } from '../router/route.ts'

const list = {
  list: 'customers',
  kind: 'customer',
  one: 'a customer',
  input: CustomerInput,
  view: CustomerView,
} as const

export function customerRoutes(doors: LedgerDoors): Route[] {
  return listRoutes(doors, list)
}
