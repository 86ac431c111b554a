export {
  type AuditEntry,
  type AuditFilter,
  type AuditRepository,
  createAuditRepository,
} from './audit/audit-repository.ts'
export { createAuditedJournal } from './audit/audited-journal.ts'
export { defineCatalogueModels } from './catalogue/catalogue-models.ts'
export { createCatalogueRepository } from './catalogue/catalogue-repository.ts'
export { createImportReports } from './catalogue/import-reports.ts'
export { createLedgerEvents } from './catalogue/ledger-events.ts'
export { createLinkRepository } from './catalogue/link-repository.ts'
export { createPortalLinks } from './catalogue/portal-links.ts'
export { createWholeImports } from './catalogue/whole-imports.ts'
export type { Changes } from './changes/changes.ts'
export { createChanges } from './changes/create-changes.ts'
export { createAuthorisationStates } from './connections/authorisation-states.ts'
export { createCompanyChoices } from './connections/company-choices.ts'
export { createLedgerConnections } from './connections/connection-lookup.ts'
export { defineConnectionModels } from './connections/connection-models.ts'
export { createConnectionRepository } from './connections/connection-repository.ts'
export { createLookups } from './connections/create-lookups.ts'
export { createLedgerFeeds } from './connections/ledger-feeds.ts'
export { createMappingRepository, type MappingRepository } from './connections/mapping-repository.ts'
export { type AgendaClock, type AgendaDoorbell, createAgendaDoorbell } from './doorbell/agenda-doorbell.ts'
export { outboxDoorbell } from './doorbell/outbox-doorbell.ts'
export { type ConnectedCompany, connectedCompanies } from './engine/connected-companies.ts'
export { createEngine } from './engine/engine.ts'
export { forgetResults } from './engine/forget-results.ts'
export { type ClaimedMail, createMailQueue, type MailQueue } from './engine/mail-queue.ts'
export { markRestored } from './engine/mark-restored.ts'
export { createOwedQueue } from './engine/owed-changes.ts'
export { createStaleChecks } from './engine/stale-checks.ts'
export { sweepFiles } from './engine/sweep-files.ts'
export { createTriggerEngine } from './engine/triggers.ts'
export { createWorkWatch, type WatchedKind, type WorkFigures, type WorkWatch } from './engine/work-figures.ts'
export { createBlobReader } from './files/blob-reader.ts'
export { defineFileModels } from './files/file-models.ts'
export { createFileStore, type FileRecord, type FileStore } from './files/file-store.ts'
export { type DraftSave, defineFormModels } from './forms/form-models.ts'
export { createFormRepository, type Form, type FormRepository } from './forms/form-repository.ts'
export {
  type Claim,
  createIdempotencyRepository,
  defineIdempotencyModels,
  type IdempotencyRepository,
  type KeptAnswer,
} from './idempotency/idempotency-repository.ts'
export { migrate } from './indexes/migrate.ts'
export type { KeptReads } from './kept/kept-reads.ts'
export { createReadKeeper, type ReadKeeper } from './kept/read-keeper.ts'
export { createDecisionLinks, type DecisionLink, type DecisionLinks } from './mail/decision-links.ts'
export { createFailedMails, type FailedMail, type FailedMails } from './mail/failed-mails.ts'
export { defineMailModels } from './mail/mail-models.ts'
export { type Absence, type Absences, createAbsences } from './people/absences.ts'
export {
  type ApiKey,
  type ApiKeyRepository,
  apiKeyPrefix,
  createApiKeyRepository,
  type VerifiedKey,
} from './people/api-key-repository.ts'
export { type CompanyLogos, createCompanyLogos } from './people/company-logos.ts'
export { type Company, type CompanyRepository, createCompanyRepository } from './people/company-repository.ts'
export { createUser } from './people/create-user.ts'
export { createDigestWishes, type DigestWishes } from './people/digest-wishes.ts'
export {
  createInvitationRepository,
  type Invitation,
  type InvitationRepository,
} from './people/invitation-repository.ts'
export {
  createMembershipRepository,
  type Member,
  type Membership,
  type MembershipRepository,
} from './people/membership-repository.ts'
export {
  createNotificationInbox,
  type InboxEntry,
  type NotificationInbox,
} from './people/notification-inbox.ts'
export { hashPassword, verifyPassword } from './people/password.ts'
export { createPeopleLookup } from './people/people-lookup.ts'
export { definePeopleModels } from './people/people-models.ts'
export { createVisibility, type SubmissionFilter, type Viewer, type Visibility } from './people/visibility.ts'
export { createHitCounter, type HitCounter, type Hits } from './rate-limits/hit-counter.ts'
export { defineReconciliationModels } from './reconcile/reconciliation-models.ts'
export { createRuntime, createRuntimePorts, type RuntimeParts, usualRetry } from './runtime/create-runtime.ts'
export { createJournal } from './runtime/journal.ts'
export { createRateBudget } from './runtime/rate-budget.ts'
export { defineRuntimeModels, type RuntimeModels } from './runtime/runtime-models.ts'
export { createRuntimeStores } from './runtime/runtime-stores.ts'
export { entriesOfForm, type StampsInForm } from './runtime/stamps-in-form.ts'
export { createTimelineFollower } from './runtime/timeline-follower.ts'
export { entriesIn, type TimelineRow } from './runtime/timeline-rows.ts'
export { answeredWithin } from './scope/answered-within.ts'
export { companySchema, plainSchema, type SchemaParts } from './scope/company-schema.ts'
export { connectDatabase, type Database } from './scope/connect-database.ts'
export { databaseTrouble } from './scope/database-trouble.ts'
export { inTransaction, sessionOf } from './scope/in-transaction.ts'
export { modelOn } from './scope/model-on.ts'
export { UnscopedQuery } from './scope/unscoped-query.ts'
export {
  type HouseSettings,
  type MasterKey,
  type ProviderEnvironment,
  type ProviderSettings,
  parseHouseSettings,
  parseSettings,
  providerSettings,
  type Settings,
  SettingsRefused,
  settingsTable,
} from './settings/index.ts'
export { createPaperLookup } from './submissions/paper-lookup.ts'
export { createRunIndex, type RunIndex, type RunQuery } from './submissions/run-index.ts'
export { createSubmissionIndex, type SubmissionIndex } from './submissions/submission-index.ts'
export type { ListedSubmission, SubmissionQuery } from './submissions/submission-query.ts'
export { defineInboxModels } from './triggers/inbox-models.ts'
export { defineTriggerModels, type TriggerModels } from './triggers/trigger-models.ts'
export { createHookSecrets, type HookSecrets } from './vault/hook-secrets.ts'
export {
  createNamedSecrets,
  defineNamedSecretModels,
  type NamedSecretRecord,
  type NamedSecrets,
} from './vault/named-secrets.ts'
export { createSecrets } from './vault/secrets.ts'
export { createDatabaseTokenVault } from './vault/token-vault.ts'
export { createVersionLookup } from './workflows/version-lookup.ts'
export { defineWorkflowModels } from './workflows/workflow-models.ts'
export {
  createWorkflowRepository,
  type Workflow,
  type WorkflowRepository,
} from './workflows/workflow-repository.ts'
