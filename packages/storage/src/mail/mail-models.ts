import type { Mail } from '@fieldledger/runtime'
import { type Connection, type Model, Schema } from 'mongoose'
import { companySchema } from '../scope/company-schema.ts'
import { modelOn } from '../scope/model-on.ts'

export interface StoredMail extends Omit<Mail, 'id'> {
  _id: string
  companyId: string
  /** failed = given up after many attempts; dropped = and nobody needs it any more. */
  state: 'waiting' | 'sent' | 'failed' | 'dropped'
  dueAt: Date
  /** Held by one worker until then, by the server's clock. */
  leasedUntil: Date | null
  epoch: number
  /** Counted at claim, so that a crash counts too. */
  attempts: number
  error?: string
  sentAt?: Date
}

export interface StoredDecisionLink {
  /** The mail's. */
  _id: string
  companyId: string
  /** Of 256 bits; the link itself stands in the mail alone. */
  tokenHash: string
  taskId: string
  personId: string
  expiresAt: Date
}

export interface MailModels {
  mails: Model<StoredMail>
  links: Model<StoredDecisionLink>
}

export function defineMailModels(connection: Connection): MailModels {
  return {
    links: modelOn(connection, 'DecisionLink', () =>
      companySchema<StoredDecisionLink>({
        collection: 'decisionLinks',
        fields: { tokenHash: String, taskId: String, personId: String, expiresAt: Date },
        indexes: [[{ tokenHash: 1 }, { unique: true }]],
      }),
    ),
    mails: modelOn(connection, 'Mail', () =>
      companySchema<StoredMail>({
        collection: 'mailOutbox',
        fields: {
          to: String,
          subject: String,
          text: String,
          submissionId: String,
          page: String,
          decide: Schema.Types.Mixed,
          files: { type: [Schema.Types.Mixed], default: undefined },
          at: Date,
          state: String,
          dueAt: Date,
          leasedUntil: Date,
          epoch: Number,
          attempts: Number,
          error: String,
          sentAt: Date,
        },
        indexes: [
          [{ state: 1, dueAt: 1 }],
          [{ companyId: 1, at: -1 }, { partialFilterExpression: { state: 'failed' } }],
        ],
      }),
    ),
  }
}
