import type { ConnectionTarget, Connector, LedgerDriver } from '@fieldledger/accounting'
import type {
  Doorbell,
  FormPrinter,
  OutgoingRequests,
  Runtime,
  RuntimeOptions,
  RuntimePorts,
} from '@fieldledger/runtime'
import type { StepRegistry } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import type { Changes } from '../changes/changes.ts'
import { createLookups } from '../connections/create-lookups.ts'
import { createEngine } from '../engine/engine.ts'
import { createTriggerEngine } from '../engine/triggers.ts'
import { keptPorts } from '../kept/kept-ports.ts'
import type { ReadKeeper } from '../kept/read-keeper.ts'
import { createPeopleLookup } from '../people/people-lookup.ts'
import type { Database } from '../scope/connect-database.ts'
import { createVersionLookup } from '../workflows/version-lookup.ts'
import { createJournal } from './journal.ts'
import { createRuntimeStores } from './runtime-stores.ts'
import { createTimelineFollower } from './timeline-follower.ts'

export interface RuntimeParts {
  database: Database
  changes: Changes
  connectorOf(provider: string): Connector
  steps: StepRegistry
}

/** Waits between two tries, first and longest, where no setting says otherwise. */
export const usualRetry: RuntimeOptions['retry'] = { firstMs: 5000, longestMs: 15 * 60_000 }

/** Everything that storage brings to the runtime. */
export function createRuntimePorts({ database, changes, connectorOf, steps }: RuntimeParts): RuntimePorts {
  const stores = createRuntimeStores(database)
  const people = createPeopleLookup(database)
  return {
    stores,
    engine: createEngine(database),
    triggers: createTriggerEngine(database),
    versions: createVersionLookup(database, (kind) => steps[kind]?.definition),
    people,
    lookups: createLookups({ database, people, connectorOf }),
    syncLog: createJournal(database),
    timelineFollower: createTimelineFollower({ stores, changes }),
  }
}

/** The runtime as both composition roots (api, worker) use it; they differ in steps, drivers and doorbell. */
export function createRuntime(
  parts: RuntimeParts & {
    driverFor(connection: ConnectionTarget): LedgerDriver
    doorbell: Doorbell
    publicUrl: string
    /** Keeps what is read often and changed seldom; the API's alone, whose reads decide nothing about a ledger. */
    keeper?: ReadKeeper
    requests?: OutgoingRequests
    printer?: FormPrinter
    options?: Partial<RuntimeOptions>
  },
): Runtime {
  const ports = createRuntimePorts(parts)
  return {
    ports: parts.keeper === undefined ? ports : keptPorts(ports, parts.keeper),
    steps: parts.steps,
    connectorOf: parts.connectorOf,
    driverFor: parts.driverFor,
    doorbell: parts.doorbell,
    publicUrl: parts.publicUrl,
    requests: parts.requests,
    printer: parts.printer,
    clock: { now: () => new Date(), monotonic: () => performance.now() },
    newId: v7,
    options: { retry: usualRetry, mostAttempts: 5, ...parts.options },
  }
}
