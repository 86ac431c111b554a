import { type RuntimeStore, type RuntimeStores, writeCheckpoint, writeNew } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import type { ClientSession } from 'mongoose'
import { defineDigestModels } from '../digest/digest-models.ts'
import { createDigestStore } from '../digest/digest-store.ts'
import { defineFormModels } from '../forms/form-models.ts'
import { createMailStore } from '../mail/mail-store.ts'
import { defineReconciliationModels } from '../reconcile/reconciliation-models.ts'
import { createReconciliationStore } from '../reconcile/reconciliation-store.ts'
import type { Database } from '../scope/connect-database.ts'
import { inTransaction } from '../scope/in-transaction.ts'
import { createBatchStore } from '../triggers/batch-store.ts'
import { defineEventStartModels } from '../triggers/event-start-models.ts'
import { createEventStartStore } from '../triggers/event-start-store.ts'
import { defineInboxModels } from '../triggers/inbox-models.ts'
import { createInboxStore } from '../triggers/inbox-store.ts'
import { createMatchReader } from '../triggers/match-reader.ts'
import { createScheduleStore } from '../triggers/schedule-store.ts'
import { defineTriggerModels } from '../triggers/trigger-models.ts'
import { createCounters } from './counters.ts'
import { createEffectStore } from './effect-store.ts'
import { createRunStore } from './run-store.ts'
import { defineRuntimeModels } from './runtime-models.ts'
import { createCheckpointSaver } from './save-checkpoint.ts'
import { createNewSaver } from './save-new.ts'
import { createSubmissionStore } from './submission-store.ts'
import { createNotificationStore, createOutboxStore, createTaskStore } from './task-store.ts'
import { createTimelineStore } from './timeline-store.ts'
import { createTurnStore } from './turn-store.ts'
import { createWalkStarts } from './walk-starts.ts'

export function createRuntimeStores(database: Database): RuntimeStores {
  const models = defineRuntimeModels(database.connection)
  const nextCounter = createCounters(models)
  const saveNew = createNewSaver({
    database,
    models,
    alone: (made) => transact(made.scope, (store) => writeNew(store, made)),
  })
  const triggers = defineTriggerModels(database.connection)
  const inbox = defineInboxModels(database.connection)
  const eventStarts = defineEventStartModels(database.connection)
  const reconciliations = { ...defineReconciliationModels(database.connection), ...models }
  const digests = defineDigestModels(database.connection)
  const { forms } = defineFormModels(database.connection)

  const walkStart = createWalkStarts(models)
  const saveCheckpoint = createCheckpointSaver({
    database,
    models,
    alone: (checkpoint) => transact(checkpoint.scope, (store) => writeCheckpoint(store, { checkpoint })),
  })

  function of(scope: CompanyScope, session?: ClientSession): RuntimeStore {
    const bound = session === undefined ? { scope } : { scope, session }
    const stamped = new Set<string>()
    return {
      scope,
      ...(session === undefined ? {} : { transaction: { session } }),
      submissions: createSubmissionStore(models, { ...bound, nextCounter }),
      timeline: createTimelineStore(models, { ...bound, stamped, connection: database.connection }),
      tasks: createTaskStore(models, bound),
      digests: createDigestStore(digests, bound),
      mails: createMailStore(database.connection, bound),
      notifications: createNotificationStore(models, bound),
      runs: createRunStore(models, bound),
      turns: createTurnStore(models, bound),
      effects: createEffectStore(models, bound),
      outbox: createOutboxStore(models, { ...bound, stamped }),
      schedules: createScheduleStore({ ...triggers, forms }, bound),
      batches: createBatchStore(triggers, bound),
      matches: createMatchReader(models, bound),
      eventStarts: createEventStartStore(eventStarts, bound),
      reconciliations: createReconciliationStore(reconciliations, bound),
      inbox: createInboxStore(inbox, bound),
    }
  }

  function transact<Result>(
    scope: CompanyScope,
    work: (store: RuntimeStore) => Promise<Result>,
  ): Promise<Result> {
    return inTransaction(database, (session) => work(of(scope, session)))
  }

  return {
    of: (scope) => of(scope),
    saveNew: (scope, made) => saveNew({ ...made, scope }),
    walkStart: (scope, run) => walkStart({ scope, run }),
    saveCheckpoint: (scope, checkpoint) => saveCheckpoint({ ...checkpoint, scope }),
    transact,
  }
}
