import { resolveConflict } from '@fieldledger/catalogue'
import { ConflictResolution, ConflictView, pageOf } from '@fieldledger/contract'
import { type CompanyScope, usualSupplierRules } from '@fieldledger/workflow'
import { viewConflicts } from '../catalogue/view-conflicts.ts'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'
import { Missing } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

type Always = NonNullable<ConflictResolution['always']>

/** Suppliers that were changed on both sides: what stands is chosen field by field, once or for always. */
export function conflictRoutes(parts: { doors: LedgerDoors; audit: Services['audit'] }): Route[] {
  const { doors } = parts
  const inConflict = (scope: CompanyScope) => doors.catalogue.links.inConflict(scope)
  return [
    defineRoute({
      method: 'GET',
      path: '/conflicts',
      policy: 'catalogue.read',
      summary: 'Lists suppliers that were changed on both sides',
      answer: pageOf(ConflictView),
      handler: async ({ scope }) => {
        const rows = await viewConflicts(parts, { scope, links: await inConflict(scope) })
        return { rows, total: rows.length }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/conflicts/:id/resolve',
      policy: 'catalogue.edit',
      summary: 'Chose what stands of a supplier that was changed on both sides',
      body: ConflictResolution,
      answer: pageOf(ConflictView),
      handler: async ({ scope, params, body, audit }) => {
        const [before] = await viewConflicts(parts, {
          scope,
          links: (await inConflict(scope)).filter(({ id }) => id === params.id),
        })
        if (before === undefined) throw new Missing()
        const { choices, always } = body
        if (always !== undefined) await learnRule(doors, { scope, connectionId: before.connectionId, always })
        const vendor = await resolveConflict(doors.catalogue, { scope, linkId: params.id, choices })
        audit({ record: vendor.id, before: before.fields, after: body })
        await doors.tell(scope, { topic: 'catalogue', id: vendor.id })
        const rows = await viewConflicts(parts, { scope, links: await inConflict(scope) })
        return { rows, total: rows.length }
      },
    }),
  ]
}

/** The next time nobody is asked; the rule stands in the connection's table and is taken away there. */
async function learnRule(
  { connections: { connections } }: LedgerDoors,
  { scope, connectionId, always }: { scope: CompanyScope; connectionId: string; always: Always },
): Promise<void> {
  const connection = await connections.find(scope, connectionId)
  const rules = connection?.supplierRules ?? usualSupplierRules
  const supplierRules = { ...rules, always: { ...rules.always, ...always } }
  await connections.update(scope, { id: connectionId, change: { supplierRules } })
}
