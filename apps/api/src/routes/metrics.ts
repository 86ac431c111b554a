import { createWorkWatch } from '@fieldledger/storage'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { addWorkGauges } from '../metrics/work-gauges.ts'
import { Missing } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

/** This process's own figures and those of the work that waits, for a scraper on this machine or behind the operator's proxy. */
export function metricsRoutes({
  database,
  runtime,
  requestTimes,
}: Pick<Services, 'database' | 'runtime' | 'requestTimes'>): Route[] {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'fieldledger_api_' })
  registry.registerMetric(requestTimes)
  const { figures } = createWorkWatch(database)
  addWorkGauges(registry, { read: figures, monotonic: runtime.clock.monotonic })
  return [
    defineRoute({
      method: 'GET',
      path: '/metrics',
      policy: 'public',
      summary: 'Figures of this process for Prometheus, on this machine alone',
      answer: { bytes: 'text/plain' },
      handler: async ({ request, reply }) => {
        if (!['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip ?? '')) throw new Missing()
        reply.type(registry.contentType).send(await registry.metrics())
        return undefined
      },
    }),
  ]
}
