import { Type } from 'typebox'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

const Health = Type.Object({ status: Type.String() })

export function healthRoutes({ readiness }: Pick<Services, 'readiness'>): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/health/live',
      policy: 'public',
      summary: 'Whether this process answers',
      answer: Health,
      handler: () => ({ status: 'live' }),
    }),
    defineRoute({
      method: 'GET',
      path: '/health/ready',
      policy: 'public',
      summary: 'Whether the database takes writes and a worker is alive',
      answer: Health,
      handler: async () => {
        await readiness()
        return { status: 'ready' }
      },
    }),
  ]
}
