import { connectors, connectorOf as listedConnector } from '@fieldledger/connectors'
import { stepDefinition } from '@fieldledger/steps'
import {
  connectDatabase,
  connectedCompanies,
  createAbsences,
  createApiKeyRepository,
  createAuditRepository,
  createCatalogueRepository,
  createChanges,
  createCompanyLogos,
  createCompanyRepository,
  createDatabaseTokenVault,
  createDecisionLinks,
  createDigestWishes,
  createFailedMails,
  createFileStore,
  createFormRepository,
  createHitCounter,
  createHookSecrets,
  createIdempotencyRepository,
  createInvitationRepository,
  createLedgerEvents,
  createMembershipRepository,
  createNamedSecrets,
  createNotificationInbox,
  createPortalLinks,
  createReadKeeper,
  createRunIndex,
  createRuntime,
  createSubmissionIndex,
  createVisibility,
  createWorkflowRepository,
  outboxDoorbell,
  type Settings,
} from '@fieldledger/storage'
import type { Logger } from 'pino'
import { createAdmission } from '../door/admission.ts'
import { createRequestTimes } from '../metrics/request-times.ts'
import { createReadiness } from '../readiness.ts'
import type { Services } from '../services.ts'
import { createAuth } from '../sign-in/create-auth.ts'
import { createKnown } from '../sign-in/known.ts'
import { createSetupCode } from '../sign-in/setup-code.ts'
import { createLedgerDrivers } from './create-ledger-drivers.ts'
import { describedSteps } from './described-steps.ts'

/** Builds everything that routes are handed, on one database connection. */
export async function createServices(parts: {
  settings: Settings
  log: Logger
  environment: NodeJS.ProcessEnv
}): Promise<{ services: Services; close: () => Promise<void> }> {
  const { settings, log } = parts
  const database = await connectDatabase(settings.mongodbUrl)
  const changes = createChanges(database)
  const keeper = createReadKeeper(changes)
  const clock = { now: () => new Date(), monotonic: () => performance.now() }
  const vault = createDatabaseTokenVault({ database, masterKeys: settings.masterKeys, clock })
  const ledger = createLedgerDrivers({ ...parts, database, vault, clock })
  const runtime = createRuntime({
    database,
    changes,
    connectorOf: listedConnector,
    steps: describedSteps,
    driverFor: ledger.driverFor,
    doorbell: outboxDoorbell,
    publicUrl: settings.publicUrl,
    keeper,
  })
  const services: Services = {
    settings,
    database,
    changes,
    log,
    auth: createAuth({ database, secret: settings.authSecret, publicUrl: settings.publicUrl }),
    setupCode: await createSetupCode({ database, log }),
    readiness: createReadiness(database),
    requestTimes: createRequestTimes(),
    admission: createAdmission({ engine: runtime.ports.engine, most: settings.mostWaiting }),
    keeper,
    known: createKnown(keeper),
    companies: createCompanyRepository(database),
    logos: createCompanyLogos(database),
    memberships: createMembershipRepository(database),
    absences: createAbsences(database),
    digestWishes: createDigestWishes(database),
    invitations: createInvitationRepository(database),
    apiKeys: createApiKeyRepository(database),
    decisionLinks: createDecisionLinks(database),
    failedMails: createFailedMails(database),
    portalLinks: createPortalLinks(database),
    ledgerEvents: createLedgerEvents(database),
    connectedCompanies: (which) => connectedCompanies(database, which),
    visibility: createVisibility(database),
    forms: createFormRepository(database),
    workflows: createWorkflowRepository(database, stepDefinition),
    submissions: createSubmissionIndex(database),
    runs: createRunIndex(database),
    notifications: createNotificationInbox(database),
    catalogue: createCatalogueRepository(database),
    files: createFileStore(database),
    audit: createAuditRepository(database),
    idempotency: createIdempotencyRepository(database),
    hits: createHitCounter(database),
    runtime,
    vault,
    secrets: createNamedSecrets({ database, masterKeys: settings.masterKeys }),
    hookSecrets: createHookSecrets({ database, masterKeys: settings.masterKeys }),
    connectors,
    settingsOf: ledger.settingsOf,
    driverFor: ledger.driverFor,
  }
  const close = async () => {
    await changes.close()
    await ledger.close()
    await database.close()
  }
  return { services, close }
}
