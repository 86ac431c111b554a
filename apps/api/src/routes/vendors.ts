import { activateVendor, findRecord, mergeVendor, pushVendor } from '@fieldledger/catalogue'
import { CreateInLedgerRequest, MergeRequest, VendorInput, VendorView } from '@fieldledger/contract'
import type { CompanyScope } from '@fieldledger/workflow'
import { linkRoutes } from '../catalogue/link-routes.ts'
import { listRoutes } from '../catalogue/list-routes.ts'
import { viewRecords } from '../catalogue/view-records.ts'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'

const list = {
  list: 'vendors',
  kind: 'vendor',
  one: 'a vendor',
  input: VendorInput,
  view: VendorView,
} as const

export function vendorRoutes(doors: LedgerDoors): Route[] {
  const ports = doors.catalogue
  const shown = async (scope: CompanyScope, id: string): Promise<VendorView> => {
    await doors.tell(scope, { topic: 'catalogue', id })
    const vendor = await findRecord(ports, { scope, kind: 'vendor', id })
    const [view] = await viewRecords(doors, { scope, kind: 'vendor', records: [vendor] })
    return view as VendorView
  }
  return [
    ...listRoutes(doors, list),
    ...linkRoutes(doors, list),
    defineRoute({
      method: 'POST',
      path: '/vendors/:id/activate',
      policy: 'catalogue.edit',
      summary: 'Take a proposed vendor into the list',
      answer: VendorView,
      handler: async ({ scope, params, person }) => {
        await activateVendor(ports, { scope, id: params.id })
        await doors.settleVendors(scope, person)
        return shown(scope, params.id)
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/vendors/:id/push',
      policy: 'catalogue.edit',
      summary: 'Send our values of a vendor to the ledgers that it is linked with, again',
      answer: VendorView,
      handler: async ({ scope, params }) => {
        await pushVendor(ports, { scope, vendorId: params.id })
        return shown(scope, params.id)
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/vendors/:id/merge',
      policy: 'catalogue.edit',
      summary: 'Merge a vendor into another one',
      body: MergeRequest,
      answer: VendorView,
      handler: async ({ scope, params, body, person, audit }) => {
        const { id } = await mergeVendor(ports, { scope, id: params.id, into: body.into })
        audit({ after: body })
        const connections = await doors.connections.connections.list(scope)
        for (const connection of connections)
          if (connection.state === 'active') await ports.wakeHeld(scope, connection.id)
        await doors.settleVendors(scope, person)
        return shown(scope, id)
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/vendors/:id/create-in-ledger',
      policy: 'catalogue.edit',
      summary: 'Have a vendor created in the ledger and linked',
      body: CreateInLedgerRequest,
      answer: VendorView,
      status: 202,
      handler: async ({ scope, params, body, person, audit }) => {
        await doors.createVendor(scope, { person, vendorId: params.id, ...body })
        audit({ after: body })
        return shown(scope, params.id)
      },
    }),
  ]
}
