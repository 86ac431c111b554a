import { sendOwed, takeEvents } from '@fieldledger/catalogue'
import { connectors } from '@fieldledger/connectors'
import type { Runtime } from '@fieldledger/runtime'
import {
  createCatalogueRepository,
  createLedgerConnections,
  createLedgerEvents,
  createLinkRepository,
  createOwedQueue,
  type Database,
} from '@fieldledger/storage'
import { companyScope } from '@fieldledger/workflow'

/** Shorter than the time after which Agenda thinks a sweep dead; the next one goes on. */
const mostMs = 20_000

/** Everything that sending owed changes of suppliers needs; open pages look again afterwards. */
export function composeOwed(parts: { database: Database; runtime: Runtime; onError(error: unknown): void }): {
  send(): Promise<void>
} {
  const { database, runtime, onError } = parts
  const ports = {
    catalogue: createCatalogueRepository(database),
    links: createLinkRepository(database),
    connections: createLedgerConnections({
      database,
      connectorOf: (provider) => connectors.find(({ id }) => id === provider),
    }),
    driverFor: (connection: Parameters<Runtime['driverFor']>[0]) => runtime.driverFor(connection),
    clock: runtime.clock,
  }
  const queue = createOwedQueue(database)
  const events = createLedgerEvents(database)
  return {
    async send() {
      await takeEvents(ports, events)
      for (const companyId of await sendOwed(ports, { queue, mostMs, onError }))
        await runtime.ports.stores
          .of(companyScope(companyId))
          .outbox.post({ work: false, hints: [{ topic: 'catalogue' }] })
    },
  }
}
