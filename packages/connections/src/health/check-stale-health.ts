import { companyScope } from '@fieldledger/workflow'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import type { StaleChecks } from '../ports/stale-checks.ts'
import { checkHealth } from './check-health.ts'

const freshForMs = 20 * 60 * 60_000
/** A tick is short: the rest comes with the next one. */
const mostAtOnce = 10

/**
 * What a ledger says of itself, its currencies, tax codes, closed months and subscription, is known from the last look:
 * one whose last look is most of a day old is looked into, so that a document is not held for what is over, nor sent into
 * what has begun. A look twice harms nothing.
 */
export async function checkStaleHealth(
  ports: Pick<ConnectionPorts, 'connections' | 'driverFor' | 'wake' | 'clock'> & {
    stale: StaleChecks
    onError(error: unknown): void
  },
): Promise<void> {
  const before = new Date(ports.clock.now().getTime() - freshForMs)
  for (const { companyId, connectionId } of await ports.stale.lookedAtBefore(before, { limit: mostAtOnce }))
    try {
      await checkHealth(ports, { scope: companyScope(companyId), connectionId })
    } catch (error) {
      // One ledger that cannot be looked into keeps nobody else waiting.
      ports.onError(error)
    }
}
