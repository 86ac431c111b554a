import {
  connectorOf,
  connectors,
  createHttpDriver,
  practiceOrigins,
  providerSettings,
} from '@fieldledger/connectors'
import { createEgress, type Tracing } from '@fieldledger/egress'
import type { Doorbell, Runtime } from '@fieldledger/runtime'
import { stepRegistry } from '@fieldledger/steps/executors'
import {
  type Changes,
  createAuditedJournal,
  createBlobReader,
  createDatabaseTokenVault,
  createFileStore,
  createNamedSecrets,
  createPeopleLookup,
  createRateBudget,
  createRuntime,
  type Database,
  type Settings,
  usualRetry,
} from '@fieldledger/storage'
import { v7 } from 'uuid'
import { createFormPrinter } from './create-form-printer.ts'
import { createStepRequests } from './create-step-requests.ts'
import { tracedDriver } from './tracing/traced-driver.ts'
import { tracedSteps } from './tracing/traced-steps.ts'

/** A send takes no longer; independent of the heartbeat (DESIGN §4). */
const sendTimeoutMs = 60_000

/** The worker's composition root: executors, drivers and repositories are handed to the runtime here alone. */
export function composeRuntime(parts: {
  settings: Settings
  environment: Readonly<Record<string, string | undefined>>
  database: Database
  changes: Changes
  doorbell: Doorbell
  tracing?: Tracing | undefined
}): { runtime: Runtime; workerId: string; close(): Promise<void> } {
  const { settings, database } = parts
  const workerId = v7()
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
    budget: createRateBudget(database, { worker: workerId }),
    clock,
    files: createBlobReader(database),
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
    steps: tracedSteps(stepRegistry, parts.tracing),
    driverFor: (connection) => {
      const connector = connectorOf(connection.provider)
      const place = providerSettings(connector, { ...server, environment: connection.environment })
      const driver = createHttpDriver({ ...shared, connector, connection, settings: place })
      return tracedDriver(driver, parts.tracing)
    },
    doorbell: parts.doorbell,
    publicUrl: settings.publicUrl,
    requests,
    printer: createFormPrinter(createFileStore(database)),
    options: runtimeOptions(settings),
  })
  const close = async () => {
    await Promise.all([egress.close(), requests.close()])
  }
  return { runtime, workerId, close }
}

function runtimeOptions(settings: Settings) {
  const { quietPeriodMs, replayWindowMs, retryFirstMs, retryLongestMs, mostAttempts } = settings
  return {
    mostAttempts,
    retry: {
      firstMs: retryFirstMs ?? usualRetry.firstMs,
      longestMs: retryLongestMs ?? usualRetry.longestMs,
    },
    ...(quietPeriodMs === undefined ? {} : { quietPeriodMs }),
    ...(replayWindowMs === undefined ? {} : { replayWindowMs }),
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
