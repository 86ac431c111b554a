import { FailedMailView, pageOf } from '@fieldledger/contract'
import { Missing } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

/** E-mails that no attempt brought out, for whoever looks after the company. */
export function failedMailRoutes({
  failedMails,
  runtime,
}: Pick<Services, 'failedMails' | 'runtime'>): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/failed-mails',
      policy: 'people.manage',
      summary: 'Lists e-mails that could not be sent',
      answer: pageOf(FailedMailView),
      handler: async ({ scope }) => {
        const found = await failedMails.list(scope)
        const rows = found.map(({ at, whole, submissionId = null, ...mail }) => ({
          ...mail,
          submissionId,
          at: at.toISOString(),
          canBeSentAgain: whole,
        }))
        return { rows, total: rows.length }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/failed-mails/:id/send-again',
      policy: 'people.manage',
      summary: 'Sent an e-mail again',
      answer: 'nothing',
      handler: async ({ scope, params, audit }) => {
        audit({ record: params.id })
        if (!(await failedMails.sendAgain(scope, params.id))) throw new Missing()
        await runtime.ports.stores.of(scope).outbox.post({ work: true, hints: [{ topic: 'attention' }] })
        runtime.doorbell.ring()
        return undefined
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/failed-mails/:id',
      policy: 'people.manage',
      summary: 'Dropped an e-mail that could not be sent',
      hint: 'attention',
      answer: 'nothing',
      handler: async ({ scope, params, audit }) => {
        audit({ record: params.id })
        if (!(await failedMails.drop(scope, params.id))) throw new Missing()
        return undefined
      },
    }),
  ]
}
