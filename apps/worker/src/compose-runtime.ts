import {
  connectorOf,
  connectors,
  createHttpDriver,
  practiceOrigins,
  providerSettings,
} from '@fieldledger/connectors'
import { createEgress } from '@fieldledger/egress'
import type { Doorbell, Runtime } from '@fieldledger/runtime'
import { stepRegistry } from '@fieldledger/steps/executors'
import {
  type Changes,
  createAuditedJournal,
  createDatabaseTokenVault,
  createFileStore,
  createNamedSecrets,
  createPeopleLookup,
  createRateBudget,
  createRuntime,
  type Database,
  type Settings,
} from '@fieldledger/storage'
import { createFormPrinter } from './create-form-printer.ts'
import { createStepRequests } from './create-step-requests.ts'

/** A send takes no longer; independent of the heartbeat (DESIGN §4). */
const sendTimeoutMs = 60_000

/** The worker's composition root: executors, drivers and repositories are handed to the runtime here alone. */
export function composeRuntime(parts: {
  settings: Settings
  environment: Readonly<Record<string, string | undefined>>
  database: Database
  changes: Changes
  doorbell: Doorbell
}): { runtime: Runtime; close(): Promise<void> } {
  const { settings, database } = parts
  const clock = { now: () => new Date(), monotonic: () => performance.now() }
  const server = {
    providers: providerVariables(parts.environment),
    sandboxPort: settings.sandboxPort,
    publicUrl: settings.publicUrl,
  }
  const egress = createEgress({ allow: practiceOrigins(connectors, server) })
  const shared = {
    egress,
    journal: createAuditedJournal(database),
    tokens: createDatabaseTokenVault({ database, masterKeys: settings.masterKeys, clock }),
    budget: createRateBudget(database),
    clock,
    timeoutMs: sendTimeoutMs,
  }
  const requests = createStepRequests({
    secrets: createNamedSecrets({ database, masterKeys: settings.masterKeys }),
    people: createPeopleLookup(database),
    practiceOrigin: settings.practiceHttpOrigin,
  })
  const runtime = createRuntime({
    database,
    changes: parts.changes,
    connectorOf,
    steps: stepRegistry,
    driverFor: (connection) => {
      const connector = connectorOf(connection.provider)
      const place = providerSettings(connector, { ...server, environment: connection.environment })
      return createHttpDriver({ ...shared, connector, connection, settings: place })
    },
    doorbell: parts.doorbell,
    requests,
    printer: createFormPrinter(createFileStore(database)),
    options: runtimeOptions(settings),
  })
  const close = async () => {
    await Promise.all([egress.close(), requests.close()])
  }
  return { runtime, close }
}

function runtimeOptions({ quietPeriodMs, replayWindowMs, retryFirstMs, mostAttempts }: Settings) {
  return {
    mostAttempts,
    ...(quietPeriodMs === undefined ? {} : { quietPeriodMs }),
    ...(replayWindowMs === undefined ? {} : { replayWindowMs }),
    ...(retryFirstMs === undefined ? {} : { retry: { firstMs: retryFirstMs, longestMs: 15 * 60_000 } }),
  }
}

function providerVariables(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const given = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[0].startsWith('FIELDLEDGER_') && entry[1] !== undefined,
  )
  return Object.fromEntries(given)
}
