import { CancelForeseen, UndoForeseen, UndoRequest } from '@fieldledger/contract'
import { foreseeCancel, foreseeUndo, undoSend } from '@fieldledger/runtime'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { visibleEffect } from '../submissions/visible-effect.ts'

/** A send is taken back (G-13): first what that would do in the ledger, then it is done. */
export function undoSendRoutes(services: Services): Route[] {
  const { runtime } = services
  return [
    defineRoute({
      method: 'GET',
      path: '/effects/:id/undo',
      policy: 'effect.resolve',
      summary: 'Says what taking a send back would do in the ledger',
      answer: UndoForeseen,
      handler: async ({ scope, params, person }) => {
        await visibleEffect(services, { scope, person, id: params.id })
        return foreseeUndo({ runtime, companyId: scope.companyId, person, effectId: params.id })
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/effects/:id/cancel',
      policy: 'submission.cancel',
      summary: 'Says what cancelling a form would do to its document in the ledger',
      answer: CancelForeseen,
      handler: async ({ scope, params, person }) => {
        await visibleEffect(services, { scope, person, id: params.id })
        return foreseeCancel({ runtime, companyId: scope.companyId, person, effectId: params.id })
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/effects/:id/undo',
      policy: 'effect.resolve',
      summary: 'Took a send back',
      body: UndoRequest,
      answer: 'nothing',
      status: 202,
      handler: async ({ scope, params, body, person, audit }) => {
        await visibleEffect(services, { scope, person, id: params.id })
        audit({ after: body })
        await undoSend({ runtime, companyId: scope.companyId, person, effectId: params.id, ...body })
        return undefined
      },
    }),
  ]
}
