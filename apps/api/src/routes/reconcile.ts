import { findConnection } from '@fieldledger/connections'
import { AsideRequest, ReconcileQuery, ReconcileRequest, ReconcileView } from '@fieldledger/contract'
import { setRowAside, startReconciliation } from '@fieldledger/runtime'
import { createConnectionRepository } from '@fieldledger/storage'
import { DateTime } from 'luxon'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { viewReconciliation } from '../sync/view-reconciliation.ts'

/** The month-end: ours against theirs, both ways, until nothing is open. */
export function reconcileRoutes(services: Services): Route[] {
  const { runtime, database } = services
  const connections = createConnectionRepository(database)
  return [
    defineRoute({
      method: 'GET',
      path: '/connections/:id/reconcile',
      policy: 'sync-log.read',
      summary: 'Shows the books of a month beside what was sent',
      query: ReconcileQuery,
      answer: ReconcileView,
      handler: async ({ scope, company, params, query }) => {
        const connectionId = params.id
        await findConnection({ connections }, { scope, connectionId })
        const today = DateTime.fromJSDate(runtime.clock.now(), { zone: company.timeZone })
        const { month = today.toFormat('yyyy-MM') } = query
        return viewReconciliation(services, { scope, connectionId, month })
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/connections/:id/reconcile',
      policy: 'effect.resolve',
      summary: 'Had the books of a month read and compared',
      body: ReconcileRequest,
      answer: ReconcileView,
      status: 202,
      handler: async ({ scope, params, body, person, audit }) => {
        const connectionId = params.id
        await findConnection({ connections }, { scope, connectionId })
        const { companyId } = scope
        audit({ after: body })
        await startReconciliation({ runtime, companyId, person, connectionId, ...body })
        return viewReconciliation(services, { scope, connectionId, month: body.month })
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/connections/:id/reconcile/aside',
      policy: 'effect.resolve',
      summary: 'Set a document of the comparison aside, or took it back',
      body: AsideRequest,
      answer: ReconcileView,
      handler: async ({ scope, params, body, person, audit }) => {
        const connectionId = params.id
        await findConnection({ connections }, { scope, connectionId })
        const { companyId } = scope
        const { month, number } = await setRowAside({ runtime, companyId, person, ...body })
        audit({ after: { number, ...body } })
        return viewReconciliation(services, { scope, connectionId, month })
      },
    }),
  ]
}
