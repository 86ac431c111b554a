import { readDecimal } from '@fieldledger/accounting'
import { resolveConflict } from '@fieldledger/catalogue'
import { ConflictResolution, ConflictView, MaterialInput, pageOf, VendorInput } from '@fieldledger/contract'
import { type CompanyScope, usualSupplierRules } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { viewConflicts } from '../catalogue/view-conflicts.ts'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'
import { Missing } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import { bodyCheck } from '../router/shapes.ts'
import type { Services } from '../services.ts'

type Always = NonNullable<ConflictResolution['always']>

/** What is typed in the place of both values is held to the same rules as in the record's own form. */
const typed = {
  vendor: bodyCheck(Type.Partial(VendorInput)),
  material: bodyCheck(Type.Partial(MaterialInput)),
}

/** Suppliers and items that were changed on both sides: what stands is chosen field by field, once or for always. */
export function conflictRoutes(parts: { doors: LedgerDoors; audit: Services['audit'] }): Route[] {
  const { doors } = parts
  const inConflict = (scope: CompanyScope) => doors.catalogue.links.inConflict(scope)
  return [
    defineRoute({
      method: 'GET',
      path: '/conflicts',
      policy: 'catalogue.read',
      summary: 'Lists suppliers and items that were changed on both sides',
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
      summary: 'Chose what stands of a supplier or item that was changed on both sides',
      body: ConflictResolution,
      answer: pageOf(ConflictView),
      handler: async ({ scope, params, body, audit }) => {
        const [before] = await viewConflicts(parts, {
          scope,
          links: (await inConflict(scope)).filter(({ id }) => id === params.id),
        })
        if (before === undefined) throw new Missing()
        const choices = asWritten(body.choices)
        const { always } = body
        typed[before.kind](valuesOf(choices))
        if (always !== undefined) await learnRule(doors, { scope, before, always })
        const record = await resolveConflict(doors.catalogue, { scope, linkId: params.id, choices })
        audit({ record: record.id, before: before.fields, after: body })
        await doors.tell(scope, { topic: 'catalogue', id: record.id })
        const rows = await viewConflicts(parts, { scope, links: await inConflict(scope) })
        return { rows, total: rows.length }
      },
    }),
  ]
}

/** A price as people type it ("13.50") is the decimal that is kept ("13.5"). */
function asWritten(choices: ConflictResolution['choices']): ConflictResolution['choices'] {
  const { price } = choices
  if (price === undefined || typeof price === 'string') return choices
  return { ...choices, price: { value: readDecimal(price.value) ?? price.value } }
}

function valuesOf(choices: ConflictResolution['choices']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(choices).flatMap(([field, choice]) =>
      typeof choice === 'string' ? [] : [[field, choice.value.trim()]],
    ),
  )
}

/** The next time nobody is asked; the rule stands in the connection's table and is taken away there. */
async function learnRule(
  { connections: { connections } }: LedgerDoors,
  { scope, before, always }: { scope: CompanyScope; before: ConflictView; always: Always },
): Promise<void> {
  const id = before.connectionId
  const connection = await connections.find(scope, id)
  if (before.kind === 'material') {
    const itemRules = { ...connection?.itemRules, always: { ...connection?.itemRules?.always, ...always } }
    await connections.update(scope, { id, change: { itemRules } })
    return
  }
  const rules = connection?.supplierRules ?? usualSupplierRules
  const supplierRules = { ...rules, always: { ...rules.always, ...always } }
  await connections.update(scope, { id, change: { supplierRules } })
}
