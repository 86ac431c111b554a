import type { SealedSecret } from '@fieldledger/connections'
import type { InboxMessage } from '@fieldledger/runtime'
import { type Connection, type Model, Schema } from 'mongoose'
import type { Stored } from '../runtime/record.ts'
import { companySchema } from '../scope/company-schema.ts'
import { modelOn } from '../scope/model-on.ts'

/** What messages for a workflow are signed with; its `_id` is the workflow's. */
export interface StoredHookSecret {
  _id: string
  companyId: string
  sealed: SealedSecret
  madeAt: Date
  madeBy: string
  /** The one before it is taken until then, so that the sender can be changed in between. */
  previous?: { sealed: SealedSecret; until: Date }
}

export interface InboxModels {
  /** `lookAt`: not to be taken up before. */
  messages: Model<Stored<InboxMessage> & { lookAt?: Date }>
  hookSecrets: Model<StoredHookSecret>
}

const keptSeconds = 90 * 86_400
const mixed = Schema.Types.Mixed

export function defineInboxModels(connection: Connection): InboxModels {
  return {
    messages: modelOn(connection, 'InboxMessage', () =>
      companySchema<Stored<InboxMessage> & { lookAt?: Date }>({
        collection: 'webhookInbox',
        fields: {
          workflowId: String,
          messageId: String,
          sentAt: Date,
          receivedAt: Date,
          body: String,
          state: String,
          reason: String,
          submissionIds: [String],
          waiting: mixed,
          tries: Number,
          lookAt: Date,
          settledAt: Date,
        },
        indexes: [
          // Sent twice, it is taken once.
          [{ companyId: 1, workflowId: 1, messageId: 1 }, { unique: true }],
          [{ companyId: 1, workflowId: 1, _id: -1 }],
          [{ state: 1, _id: 1 }, { partialFilterExpression: { state: 'received' } }],
          [{ receivedAt: 1 }, { expireAfterSeconds: keptSeconds }],
        ],
      }),
    ),
    hookSecrets: modelOn(connection, 'HookSecret', () =>
      companySchema<StoredHookSecret>({
        collection: 'hookSecrets',
        fields: { sealed: mixed, madeAt: Date, madeBy: String, previous: mixed },
      }),
    ),
  }
}
