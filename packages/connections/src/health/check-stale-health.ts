import { type CompanyScope, companyScope } from '@fieldledger/workflow'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import type { StaleChecks } from '../ports/stale-checks.ts'
import { checkHealth } from './check-health.ts'
import { failedLook } from './failed-look.ts'

const freshForMs = 20 * 60 * 60_000
/** A tick is short: the rest comes with the next one. */
const mostAtOnce = 10

const stumbled = 'Fieldledger itself stumbled over it; whoever runs the server finds why in its log.'

type Ports = Pick<ConnectionPorts, 'connections' | 'driverFor' | 'wake' | 'clock'> & {
  stale: StaleChecks
  onError(error: unknown): void
}

/**
 * What a ledger says of itself, its currencies, tax codes, closed months and subscription, is known from the last look:
 * one whose last look is most of a day old is looked into, so that a document is not held for what is over, nor sent into
 * what has begun. A look twice harms nothing.
 */
export async function checkStaleHealth(ports: Ports): Promise<void> {
  const before = new Date(ports.clock.now().getTime() - freshForMs)
  for (const { companyId, connectionId } of await ports.stale.lookedAtBefore(before, { limit: mostAtOnce })) {
    const which = { scope: companyScope(companyId), connectionId }
    try {
      await checkHealth(ports, { ...which, asked: { itself: 'watched' } })
    } catch (error) {
      ports.onError(error)
      await noteStumbled(ports, which).catch(ports.onError)
    }
  }
}

/** A look that came to nothing is one too: those that stumble for ever would be the oldest at every tick, and the only ones. */
async function noteStumbled(
  { connections, clock }: Ports,
  { scope, connectionId }: { scope: CompanyScope; connectionId: string },
): Promise<void> {
  const { health } = (await connections.find(scope, connectionId)) ?? {}
  const failed = failedLook(health, { checkedAt: clock.now(), message: stumbled })
  await connections.update(scope, { id: connectionId, change: { health: failed } })
}
