import type { EventStart } from '@fieldledger/runtime'
import type { Connection, Model } from 'mongoose'
import type { Stored } from '../runtime/record.ts'
import { companySchema } from '../scope/company-schema.ts'
import { modelOn } from '../scope/model-on.ts'

export interface EventStartModels {
  eventStarts: Model<Stored<EventStart>>
}

export function defineEventStartModels(connection: Connection): EventStartModels {
  return {
    eventStarts: modelOn(connection, 'EventStart', () =>
      companySchema<Stored<EventStart>>({
        collection: 'eventStarts',
        fields: {
          workflowId: String,
          submissionId: String,
          event: String,
          causedBy: String,
          at: Date,
          lookAt: Date,
          tries: Number,
        },
        indexes: [[{ lookAt: 1 }]],
      }),
    ),
  }
}
