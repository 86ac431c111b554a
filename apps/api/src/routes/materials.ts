import { findRecord, pushItem } from '@fieldledger/catalogue'
import { MaterialInput, MaterialView } from '@fieldledger/contract'
import { linkRoutes } from '../catalogue/link-routes.ts'
import { listRoutes } from '../catalogue/list-routes.ts'
import { viewRecords } from '../catalogue/view-records.ts'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'

const list = {
  list: 'materials',
  kind: 'material',
  one: 'a material',
  input: MaterialInput,
  view: MaterialView,
} as const

export function materialRoutes(doors: LedgerDoors): Route[] {
  const ports = doors.catalogue
  return [
    ...listRoutes(doors, list),
    ...linkRoutes(doors, list),
    defineRoute({
      method: 'POST',
      path: '/materials/:id/push',
      policy: 'catalogue.edit',
      summary: 'Send what of a material is kept here to the ledgers that it is linked with, again',
      answer: MaterialView,
      handler: async ({ scope, params: { id } }) => {
        const material = await findRecord(ports, { scope, kind: 'material', id })
        await pushItem(ports, { scope, materialId: id })
        await doors.tell(scope, { topic: 'catalogue', id })
        const [view] = await viewRecords(doors, { scope, kind: 'material', records: [material] })
        return view as MaterialView
      },
    }),
  ]
}
