import type { Connection, Model } from 'mongoose'
import { defineAuditModels } from '../audit/audit-repository.ts'
import { defineCatalogueModels } from '../catalogue/catalogue-models.ts'
import { defineNameModel } from '../catalogue/hold-names.ts'
import { defineImportModels } from '../catalogue/import-reports.ts'
import { defineLedgerEventModels } from '../catalogue/ledger-events.ts'
import { definePortalModels } from '../catalogue/portal-links.ts'
import { defineWholeImportModels } from '../catalogue/whole-imports.ts'
import { defineConnectionModels } from '../connections/connection-models.ts'
import { defineMappingModels } from '../connections/mapping-models.ts'
import { defineDigestModels } from '../digest/digest-models.ts'
import { defineFileModels } from '../files/file-models.ts'
import { defineFormModels } from '../forms/form-models.ts'
import { defineIdempotencyModels } from '../idempotency/idempotency-repository.ts'
import { defineMailModels } from '../mail/mail-models.ts'
import { defineApiKeyModels } from '../people/api-key-models.ts'
import { definePeopleModels } from '../people/people-models.ts'
import { defineHitModels } from '../rate-limits/hit-counter.ts'
import { defineReconciliationModels } from '../reconcile/reconciliation-models.ts'
import { defineJournalModels } from '../runtime/journal-models.ts'
import { defineRuntimeModels } from '../runtime/runtime-models.ts'
import { definePaperModels } from '../submissions/paper-models.ts'
import { defineEventStartModels } from '../triggers/event-start-models.ts'
import { defineInboxModels } from '../triggers/inbox-models.ts'
import { defineTriggerModels } from '../triggers/trigger-models.ts'
import { defineNamedSecretModels } from '../vault/named-secrets.ts'
import { defineWorkflowModels } from '../workflows/workflow-models.ts'

/** Registers every model on the connection and returns them. A new folder of models adds its line here. */
export function defineAllModels(connection: Connection): Model<unknown>[] {
  defineApiKeyModels(connection)
  defineAuditModels(connection)
  defineCatalogueModels(connection)
  defineConnectionModels(connection)
  defineDigestModels(connection)
  defineEventStartModels(connection)
  defineFileModels(connection)
  defineFormModels(connection)
  defineHitModels(connection)
  defineIdempotencyModels(connection)
  defineImportModels(connection)
  defineInboxModels(connection)
  defineJournalModels(connection)
  defineNamedSecretModels(connection)
  defineLedgerEventModels(connection)
  defineMailModels(connection)
  defineMappingModels(connection)
  defineNameModel(connection)
  definePaperModels(connection)
  definePeopleModels(connection)
  defineReconciliationModels(connection)
  definePortalModels(connection)
  defineRuntimeModels(connection)
  defineTriggerModels(connection)
  defineWholeImportModels(connection)
  defineWorkflowModels(connection)
  return Object.values(connection.models) as Model<unknown>[]
}
