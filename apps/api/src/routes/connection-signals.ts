import { findConnection } from '@fieldledger/connections'
import { HealthSignal, pageOf } from '@fieldledger/contract'
import { createConnectionRepository } from '@fieldledger/storage'
import { healthSignals } from '@fieldledger/workflow'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

/** A connection says what is about to break, before it does. */
export function connectionSignalRoutes({ runtime, database }: Services): Route[] {
  const connections = createConnectionRepository(database)
  return [
    defineRoute({
      method: 'GET',
      path: '/connections/:id/signals',
      policy: 'connection.read',
      summary: 'Says what is about to break in a connection',
      answer: pageOf(HealthSignal),
      handler: async ({ scope, params, company }) => {
        await findConnection({ connections }, { scope, connectionId: params.id })
        const facts = await runtime.ports.lookups.connections.health({ scope })
        const at = { now: runtime.clock.now(), timeZone: company.timeZone }
        return {
          rows: facts
            .filter(({ connection }) => connection.id === params.id)
            .flatMap((one) => healthSignals(one, at)),
        }
      },
    }),
  ]
}
