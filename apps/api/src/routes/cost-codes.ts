import { CostCodeInput, CostCodeView } from '@fieldledger/contract'
import { listRoutes } from '../catalogue/list-routes.ts'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'
import type { Route } from '../router/route.ts'

const list = {
  list: 'cost-codes',
  kind: 'cost-code',
  one: 'a cost code',
  input: CostCodeInput,
  view: CostCodeView,
} as const

export function costCodeRoutes(doors: LedgerDoors): Route[] {
  return listRoutes(doors, list)
}
