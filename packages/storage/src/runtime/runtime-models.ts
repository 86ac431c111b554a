import type { Effect, Notification, Run, SubmissionRevision, Turn } from '@fieldledger/runtime'
import type { Task, Token } from '@fieldledger/workflow'
import { type Connection, type Model, Schema } from 'mongoose'
import { dailyStampsIndex } from '../digest/daily-stamps-index.ts'
import { companySchema, plainSchema } from '../scope/company-schema.ts'
import { modelOn } from '../scope/model-on.ts'
import type { StoredSubmission } from '../submissions/stored-submission.ts'
import { effectSchema } from './effect-schema.ts'
import type { Stored } from './record.ts'
import type { ResultRow } from './result-rows.ts'
import type { ResultsInRun } from './results-in-run.ts'
import { runSchema } from './run-schema.ts'
import { submissionSchema } from './submission-schema.ts'
import type { TimelineRow } from './timeline-rows.ts'

const mixed = Schema.Types.Mixed

/** DESIGN §5: what went into a step and came out of it is kept 90 days. */
export const keptSeconds = 90 * 86_400

export interface LineChunk {
  _id: string
  companyId: string
  submissionId: string
  revision: number
  fieldId: string
  position: number
  rows: unknown[]
}

export interface OutboxRow {
  _id: string
  companyId: string
  work: boolean
  hints: { topic: string; id?: string }[]
  at: Date
}

export interface CounterRow {
  _id: string
  companyId: string
  value: number
}

export type TurnRow = Turn & { _id: string; companyId: string; ticket: number }

export interface WorkerRow {
  _id: string
  beatAt: Date
  /** When it last proved that it can claim; a heart beats on in a worker that cannot. */
  claimPassAt?: Date
  pid: number
  host: string
}

export type StoredRun = Stored<Run> &
  ResultsInRun & {
    claimedBy: string | null
    claimToken?: string
    /** Where a run stood before it held tokens. */
    token?: Pick<Token, 'stepId' | 'visit'>
  }
export type StoredEffect = Stored<Effect> & { claimedBy: string | null; claimToken?: string }

export interface RuntimeModels {
  submissions: Model<StoredSubmission>
  revisions: Model<Omit<SubmissionRevision, 'id'> & { _id: string; companyId: string }>
  lines: Model<LineChunk>
  timeline: Model<TimelineRow>
  tasks: Model<Stored<Task>>
  turns: Model<TurnRow>
  notifications: Model<Stored<Notification & { companyId: string }> & { readBy: string[] }>
  counters: Model<CounterRow>
  runs: Model<StoredRun>
  stepResults: Model<ResultRow>
  effects: Model<StoredEffect>
  outbox: Model<OutboxRow>
  workers: Model<WorkerRow>
}

export function defineRuntimeModels(connection: Connection): RuntimeModels {
  return {
    submissions: modelOn(connection, 'Submission', submissionSchema),
    revisions: modelOn(connection, 'Revision', () =>
      companySchema({
        collection: 'revisions',
        fields: {
          submissionId: String,
          revision: Number,
          values: mixed,
          totals: mixed,
          vendorId: String,
          projectId: String,
          by: String,
          at: Date,
        },
        indexes: [[{ companyId: 1, submissionId: 1, revision: 1 }, { unique: true }]],
      }),
    ),
    lines: modelOn(connection, 'Line', () =>
      companySchema({
        collection: 'lines',
        fields: { submissionId: String, revision: Number, fieldId: String, position: Number, rows: [mixed] },
        indexes: [
          [{ companyId: 1, submissionId: 1, revision: 1, fieldId: 1, position: 1 }, { unique: true }],
        ],
      }),
    ),
    timeline: modelOn(connection, 'TimelineEntry', () =>
      companySchema({
        collection: 'timeline',
        fields: {
          submissionId: String,
          seq: Number,
          stamps: [mixed],
          at: Date,
          once: String,
          code: String,
        },
        indexes: [
          [{ companyId: 1, submissionId: 1, seq: 1 }, { unique: true }],
          [
            { companyId: 1, submissionId: 1, once: 1 },
            { unique: true, partialFilterExpression: { once: { $exists: true } } },
          ],
          dailyStampsIndex,
        ],
      }),
    ),
    tasks: modelOn(connection, 'Task', taskSchema),
    turns: modelOn(connection, 'Turn', () =>
      companySchema({
        collection: 'turns',
        fields: {
          key: String,
          ticket: Number,
          runId: String,
          submissionId: String,
          stepId: String,
          stepName: String,
          visit: Number,
        },
        indexes: [
          [{ companyId: 1, key: 1, ticket: 1 }, { unique: true }],
          [{ companyId: 1, runId: 1, stepId: 1, visit: 1 }, { unique: true }],
        ],
      }),
    ),
    notifications: modelOn(connection, 'Notification', () =>
      companySchema({
        collection: 'notifications',
        fields: {
          recipients: mixed,
          submissionId: String,
          batchId: String,
          text: String,
          at: Date,
          readBy: [String],
        },
        indexes: [[{ companyId: 1, at: -1 }]],
      }),
    ),
    counters: modelOn(connection, 'Counter', () =>
      companySchema({ collection: 'counters', fields: { value: Number } }),
    ),
    runs: modelOn(connection, 'Run', runSchema),
    stepResults: modelOn(connection, 'StepResult', () =>
      companySchema({
        collection: 'stepResults',
        fields: {
          runId: String,
          submissionId: String,
          results: [mixed],
          at: Date,
        },
        indexes: [[{ companyId: 1, runId: 1 }], [{ at: 1 }, { expireAfterSeconds: keptSeconds }]],
      }),
    ),
    effects: modelOn(connection, 'Effect', effectSchema),
    outbox: modelOn(connection, 'OutboxRow', () =>
      companySchema({
        collection: 'outbox',
        fields: { work: Boolean, hints: [mixed], at: Date },
        indexes: [[{ at: 1 }, { expireAfterSeconds: 3600 }]],
      }),
    ),
    workers: modelOn(connection, 'Worker', () =>
      plainSchema({
        collection: 'workers',
        fields: { beatAt: Date, claimPassAt: Date, pid: Number, host: String },
      }),
    ),
  }
}

function taskSchema() {
  return companySchema<Stored<Task>>({
    collection: 'tasks',
    fields: {
      kind: String,
      submissionId: String,
      runId: String,
      stepId: String,
      visit: Number,
      effectId: String,
      vendorId: String,
      title: String,
      assignees: mixed,
      noteRequired: Boolean,
      notBy: String,
      state: String,
      decision: mixed,
      wanted: Number,
      votes: { type: [mixed], default: undefined },
      among: Number,
      handedOver: { type: [mixed], default: undefined },
      mail: Boolean,
      problems: [mixed],
      cure: String,
      openedAt: Date,
    },
    indexes: [
      [{ companyId: 1, state: 1, openedAt: -1 }],
      [{ companyId: 1, submissionId: 1, state: 1 }],
      [{ companyId: 1, 'assignees.people': 1, state: 1 }],
      [{ companyId: 1, 'assignees.roles': 1, state: 1 }],
      [{ companyId: 1, 'votes.by.id': 1 }],
      [{ companyId: 1, 'decision.by.id': 1 }],
      [{ companyId: 1, runId: 1, stepId: 1, visit: 1 }],
      [
        { companyId: 1, effectId: 1, kind: 1 },
        {
          unique: true,
          partialFilterExpression: { effectId: { $exists: true }, state: 'open' },
        },
      ],
      // One task for each proposed vendor.
      [
        { companyId: 1, vendorId: 1 },
        {
          unique: true,
          partialFilterExpression: { vendorId: { $exists: true }, state: 'open' },
        },
      ],
    ],
  })
}
