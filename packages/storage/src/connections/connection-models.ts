import type {
  AuthorisationStateRecord,
  CompanyChoiceRecord,
  ConnectionRecord,
  SealedSecret,
} from '@fieldledger/connections'
import { type Connection, type Model, Schema } from 'mongoose'
import type { Stored } from '../runtime/record.ts'
import { companySchema, plainSchema } from '../scope/company-schema.ts'
import { modelOn } from '../scope/model-on.ts'

export type StoredState = Omit<AuthorisationStateRecord, 'hash'> & { _id: string }

/** `_id` is the sign-in's, by default the connection's id. Without `sealed` the secret was erased; its version goes on rising. */
export interface StoredSecret {
  _id: string
  companyId: string
  sealed?: SealedSecret
  accessExpiresAt?: Date
  refreshExpiresAt?: Date
  version: number
  leaseHolder?: string
  leaseUntil?: Date
  /** Nobody has adopted it yet, and it goes then. */
  dropAt?: Date
}

export type StoredChoice = Omit<CompanyChoiceRecord, 'id'> & { _id: string }

export interface ConnectionModels {
  connections: Model<Stored<ConnectionRecord>>
  states: Model<StoredState>
  secrets: Model<StoredSecret>
  choices: Model<StoredChoice>
}

const mixed = Schema.Types.Mixed

export function defineConnectionModels(connection: Connection): ConnectionModels {
  return {
    connections: modelOn(connection, 'Connection', connectionSchema),
    states: modelOn(connection, 'AuthorisationState', stateSchema),
    secrets: modelOn(connection, 'Secret', secretSchema),
    choices: modelOn(connection, 'CompanyChoice', choiceSchema),
  }
}

function connectionSchema() {
  return companySchema<Stored<ConnectionRecord>>({
    collection: 'connections',
    fields: {
      provider: String,
      environment: String,
      name: String,
      state: String,
      ledgerCompanyId: String,
      ledgerCompanyName: String,
      currency: String,
      signInId: String,
      ledger: mixed,
      rules: mixed,
      sending: mixed,
      supplierRules: mixed,
      itemRules: mixed,
      imported: mixed,
      health: mixed,
      feed: mixed,
      restored: mixed,
      createdAt: Date,
      connectedAt: Date,
      connectedBy: String,
    },
    indexes: [
      [{ 'feed.dueAt': 1 }, { partialFilterExpression: { state: 'active' } }],
      [
        { companyId: 1, provider: 1, environment: 1, ledgerCompanyId: 1 },
        {
          unique: true,
          name: 'one-connection-per-ledger-company',
          partialFilterExpression: { ledgerCompanyId: { $type: 'string' } },
        },
      ],
    ],
  })
}

// The company is known only once the state was found, so these rows belong to no scope.
function stateSchema() {
  return plainSchema<StoredState>({
    collection: 'authorisationStates',
    fields: {
      companyId: String,
      connectionId: String,
      provider: String,
      personId: String,
      sessionHash: String,
      otherLedgerConfirmed: Boolean,
      expiresAt: Date,
    },
    indexes: [[{ expiresAt: 1 }, { expireAfterSeconds: 0 }]],
  })
}

function secretSchema() {
  return companySchema<StoredSecret>({
    collection: 'secrets',
    fields: {
      sealed: mixed,
      accessExpiresAt: Date,
      refreshExpiresAt: Date,
      version: Number,
      leaseHolder: String,
      leaseUntil: Date,
      dropAt: Date,
    },
    indexes: [[{ dropAt: 1 }, { expireAfterSeconds: 0 }]],
  })
}

function choiceSchema() {
  return companySchema<StoredChoice>({
    collection: 'companyChoices',
    fields: {
      connectionId: String,
      provider: String,
      personId: String,
      sessionHash: String,
      offered: mixed,
      expiresAt: Date,
    },
    indexes: [[{ expiresAt: 1 }, { expireAfterSeconds: 0 }]],
  })
}
