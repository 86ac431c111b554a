import { OwnDigest } from '@fieldledger/contract'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

/** Whether I get the daily e-mail; each person for themselves. */
export function digestRoutes({ digestWishes }: Pick<Services, 'digestWishes'>): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/me/digest',
      policy: 'task.read',
      summary: 'Whether I get the daily e-mail',
      answer: OwnDigest,
      handler: async ({ scope, person }) => ({ wanted: await digestWishes.of(scope, person.id) }),
    }),
    defineRoute({
      method: 'PUT',
      path: '/me/digest',
      policy: 'task.read',
      summary: 'Switched the daily e-mail on or off',
      body: OwnDigest,
      answer: OwnDigest,
      handler: async ({ scope, person, body, audit }) => {
        audit({ record: person.id, after: body })
        await digestWishes.set(scope, { personId: person.id, ...body })
        return body
      },
    }),
  ]
}
