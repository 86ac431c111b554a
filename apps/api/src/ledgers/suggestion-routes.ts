import { linkMany, suggestForLedger } from '@fieldledger/catalogue'
import {
  AcceptedSuggestions,
  AcceptSuggestions,
  pageOf,
  SuggestedList,
  SuggestionView,
} from '@fieldledger/contract'
import { Type } from 'typebox'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { LedgerDoors } from './ledger-doors.ts'

const kinds = { vendors: 'vendor', materials: 'material' } as const

/** Likely pairs, looked through by a person and then linked together. */
export function suggestionRoutes(doors: LedgerDoors): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/connections/:id/suggestions',
      policy: 'catalogue.edit',
      summary: 'Suggest pairs for what is not linked in a ledger',
      query: Type.Object({ list: Type.Optional(SuggestedList) }),
      answer: pageOf(SuggestionView),
      handler: async ({ scope, params, query }) => {
        const kind = kinds[query.list ?? 'materials']
        const rows = await suggestForLedger(doors.catalogue, { scope, connectionId: params.id, kind })
        return { rows, total: rows.length }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/connections/:id/suggestions',
      policy: 'catalogue.edit',
      summary: 'Link suggested pairs that were looked through',
      body: AcceptSuggestions,
      answer: AcceptedSuggestions,
      handler: async ({ scope, params, body, person, audit }) => {
        const kind = kinds[body.list]
        const done = await linkMany(doors.catalogue, {
          scope,
          connectionId: params.id,
          kind,
          pairs: body.pairs,
        })
        if (kind === 'vendor') await doors.settleVendors(scope, person)
        await doors.tell(scope, { topic: 'catalogue' })
        const refused = done.flatMap(({ id, refused: why }) => (why === undefined ? [] : [{ id, why }]))
        audit({ after: body })
        return { linked: done.length - refused.length, refused }
      },
    }),
  ]
}
