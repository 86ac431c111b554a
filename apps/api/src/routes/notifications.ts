import { pageOf } from '@fieldledger/contract'
import { Type } from 'typebox'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

const NotificationView = Type.Object({
  id: Type.String(),
  text: Type.String(),
  at: Type.String(),
  readAt: Type.Union([Type.String(), Type.Null()]),
  submissionId: Type.Union([Type.String(), Type.Null()]),
  batchId: Type.Union([Type.String(), Type.Null()]),
})

export function notificationRoutes({ notifications }: Pick<Services, 'notifications'>): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/notifications',
      policy: 'submission.read',
      summary: 'Lists my notifications',
      answer: pageOf(NotificationView),
      handler: async ({ scope, person }) => {
        const found = await notifications.list(scope, person)
        return {
          rows: found.map(({ id, text, at, submissionId, batchId, read }) => ({
            id,
            text,
            at: at.toISOString(),
            readAt: read ? at.toISOString() : null,
            submissionId: submissionId ?? null,
            batchId: batchId ?? null,
          })),
        }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/notifications/read',
      policy: 'submission.read',
      summary: 'Read the notifications',
      unaudited: true,
      body: Type.Object({}, { additionalProperties: false }),
      answer: 'nothing',
      handler: async ({ scope, person }) => {
        await notifications.markRead(scope, person)
        return undefined
      },
    }),
  ]
}
