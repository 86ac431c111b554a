import {
  type CataloguePorts,
  sendOwed,
  takeEvents,
  tickFeeds,
  tickWholeImports,
} from '@fieldledger/catalogue'
import { noteImported } from '@fieldledger/connections'
import { connectors } from '@fieldledger/connectors'
import { failpoint, hearOfDocument, type Runtime, settleVendors, wakeConnection } from '@fieldledger/runtime'
import {
  createCatalogueRepository,
  createConnectionRepository,
  createLedgerConnections,
  createLedgerEvents,
  createLedgerFeeds,
  createLinkRepository,
  createOwedQueue,
  createWholeImports,
  type Database,
} from '@fieldledger/storage'
import { companyScope } from '@fieldledger/workflow'

/** Shorter than the time after which Agenda thinks a sweep dead; the next one goes on. */
const mostMs = 20_000

/** The ticks of the catalogue: owed changes of suppliers, what ledgers told, whole lists; open pages look again. */
export function composeCatalogue(parts: {
  database: Database
  runtime: Runtime
  onError(error: unknown): void
}): { sendOwed(): Promise<void>; importWhole(): Promise<void>; askWhatChanged(): Promise<void> } {
  const { database, runtime, onError } = parts
  const { clock } = runtime
  const ports: CataloguePorts = {
    catalogue: createCatalogueRepository(database),
    links: createLinkRepository(database),
    connections: createLedgerConnections({
      database,
      connectorOf: (provider) => connectors.find(({ id }) => id === provider),
    }),
    driverFor: (connection) => runtime.driverFor(connection),
    wakeHeld: async ({ companyId }, connectionId) => {
      await wakeConnection({ runtime, companyId, connectionId })
    },
    clock,
    newId: () => runtime.newId(),
    passing: failpoint,
  }
  const queue = createOwedQueue(database)
  const events = createLedgerEvents(database)
  const wholeImports = createWholeImports(database)
  const feeds = createLedgerFeeds(database)
  const rhythms = new Map(
    connectors.flatMap(({ id, capabilities: { changes } }) => (changes === undefined ? [] : [[id, changes]])),
  )
  const connections = { connections: createConnectionRepository(database), clock }
  const showAgain = (companyId: string) =>
    runtime.ports.stores
      .of(companyScope(companyId))
      .outbox.post({ work: false, hints: [{ topic: 'catalogue' }] })
  return {
    async sendOwed() {
      await takeEvents({
        ...ports,
        events,
        feeds,
        hearOfDocument: (of) => hearOfDocument({ runtime, ...of }),
      })
      for (const companyId of await sendOwed(ports, { queue, mostMs, onError })) await showAgain(companyId)
    },
    askWhatChanged: () => tickFeeds({ ...ports, feeds, events, wholeImports, rhythms }, { mostMs }),
    async importWhole() {
      await tickWholeImports(
        {
          ...ports,
          wholeImports,
          finished: async ({ companyId, connectionId, startedBy: person, lists }) => {
            const scope = companyScope(companyId)
            await noteImported(connections, { scope, connectionId, lists: lists.map(({ list }) => list) })
            await settleVendors({ runtime, companyId, person })
            await showAgain(companyId)
          },
        },
        { mostMs },
      )
    },
  }
}
