import { AccountInput, AccountView } from '@fieldledger/contract'
import { linkRoutes } from '../catalogue/link-routes.ts'
import { listRoutes } from '../catalogue/list-routes.ts'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'
import type { Route } from '../router/route.ts'

const list = {
  list: 'accounts',
  kind: 'account',
  one: 'an account',
  input: AccountInput,
  view: AccountView,
} as const

export function accountRoutes(doors: LedgerDoors): Route[] {
  return [...listRoutes(doors, list), ...linkRoutes(doors, list)]
}
