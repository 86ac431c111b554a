import type { BlobStore, Clock, ConnectionTarget, Connector, LedgerDriver } from '@fieldledger/accounting'
import type { StepRegistry } from '@fieldledger/workflow'
import type { Doorbell } from './doorbell.ts'
import type { EnginePort } from './engine-port.ts'
import type { FormPrinter } from './form-printer.ts'
import type { Lookups } from './lookups.ts'
import type { OutgoingRequests } from './outgoing-requests.ts'
import type { RuntimeStores } from './store.ts'
import type { SyncLogReader } from './sync-log-reader.ts'
import type { TimelineFollower } from './timeline-follower.ts'
import type { TriggerEngine } from './trigger-store.ts'
import type { PeopleLookup, VersionLookup } from './versions.ts'

/** What storage brings. */
export interface RuntimePorts {
  stores: RuntimeStores
  engine: EnginePort
  triggers: TriggerEngine
  versions: VersionLookup
  people: PeopleLookup
  lookups: Lookups
  syncLog: SyncLogReader
  timelineFollower: TimelineFollower
}

export interface RuntimeOptions {
  /** Overrides the connectors' own quiet period; for tests and practice. */
  quietPeriodMs?: number
  /** Overrides the connectors' own window for replaying a key; 0 = every unknown outcome is looked up. For tests. */
  replayWindowMs?: number
  /** Waits between two tries of an effect: first and longest. */
  retry: { firstMs: number; longestMs: number }
  /** Claims of one piece of work without progress between them, crashes counted, before it is set aside for a person. */
  mostAttempts: number
}

/** Everything a use case needs; built by the composition roots. */
export interface Runtime {
  ports: RuntimePorts
  steps: StepRegistry
  connectorOf(provider: string): Connector
  driverFor(connection: ConnectionTarget): LedgerDriver
  clock: Clock
  doorbell: Doorbell
  newId(): string
  options: RuntimeOptions
  /** Where people reach this server: begins every link to it. */
  publicUrl: string
  blobs?: BlobStore
  /** Only where steps are executed. */
  requests?: OutgoingRequests | undefined
  /** Only where steps are executed. */
  printer?: FormPrinter | undefined
}
