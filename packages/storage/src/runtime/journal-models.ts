import type { JournalEntry } from '@fieldledger/accounting'
import { type Connection, type Model, Schema } from 'mongoose'
import { companySchema, plainSchema } from '../scope/company-schema.ts'
import { modelOn } from '../scope/model-on.ts'

export interface JournalRow {
  _id: string
  companyId: string
  connectionId: string
  submissionId?: string
  effectId?: string
  failed: boolean
  /** The entry as JSON; gzipped when it is long. */
  entry?: Omit<JournalEntry, never>
  packed?: Buffer
  /** What a packed entry is looked for by. */
  outline?: Pick<JournalEntry, 'operation' | 'step'> & {
    scope?: Pick<JournalEntry['scope'], 'asked'>
    error?: Pick<NonNullable<JournalEntry['error']>, 'code' | 'message'>
  }
  at: Date
}

export interface RateBudgetRow {
  _id: string
  /** When the requests of the last minute left, the oldest first. */
  takenAt?: Date[]
  closedUntil?: Date
  /** One for each request under way; a lease that is over counts no more. */
  slots?: { holder: string; worker?: string; until: Date }[]
  seated?: boolean
  now?: Date
}

export interface JournalModels {
  journal: Model<JournalRow>
  rateBudgets: Model<RateBudgetRow>
}

/** DESIGN §5: journal bodies are kept 180 days. */
const keptSeconds = 180 * 24 * 3600

export function defineJournalModels(connection: Connection): JournalModels {
  return {
    journal: modelOn(connection, 'JournalRow', () =>
      companySchema<JournalRow>({
        collection: 'journal',
        fields: {
          connectionId: String,
          submissionId: String,
          effectId: String,
          failed: Boolean,
          entry: Schema.Types.Mixed,
          packed: Buffer,
          outline: Schema.Types.Mixed,
          at: Date,
        },
        indexes: [
          [{ companyId: 1, _id: -1 }],
          [{ companyId: 1, submissionId: 1, _id: -1 }],
          [{ companyId: 1, connectionId: 1, _id: -1 }],
          [{ at: 1 }, { expireAfterSeconds: keptSeconds }],
        ],
      }),
    ),
    rateBudgets: modelOn(connection, 'RateBudget', () =>
      plainSchema<RateBudgetRow>({
        collection: 'rateBudgets',
        fields: {
          takenAt: [Date],
          closedUntil: Date,
          slots: [Schema.Types.Mixed],
          seated: Boolean,
          now: Date,
        },
      }),
    ),
  }
}
