import type {
  ConnectionState,
  Environment,
  ItemRules,
  LedgerFacts,
  MappingRules,
  SendingSettings,
  SupplierRules,
} from '@fieldledger/workflow'

/** What the last look at the ledger told. */
export interface ConnectionHealthRecord {
  checkedAt: Date
  ok: boolean
  message?: string
  /** Documents that the company's plan does not have (G-23). */
  documents?: Partial<Record<string, boolean>>
  /** It said something new, and what was held was not woken by it yet. */
  toWake?: true
}

export interface FeedRecord {
  /** By the ledger's clock: where the next question begins; absent = it is to be found out. */
  since?: string
  heardAt?: Date
  /** Pages of the last question that were not asked for yet. */
  rest?: { since: string; cursor: string; until: string; beganAt: Date; lists?: 'whole' }
  /** Not before then; held until then by whoever asks. */
  dueAt: Date
}

/** Our database came from a backup; until a person has compared the books, everything is looked for before it is sent. */
export interface RestoredRecord {
  at: Date
  comparedAt?: Date
  comparedBy?: string
}

/** One customer's authorised link with one ledger company. Its secrets live in the vault alone. */
export interface ConnectionRecord {
  id: string
  companyId: string
  provider: string
  environment: Environment
  name: string
  state: ConnectionState
  /** The ledger's own id of the connected company; absent until the first consent. Never changes afterwards (G-17). */
  ledgerCompanyId?: string
  ledgerCompanyName?: string
  currency?: string
  /** The sign-in that it shares with others of the same consent; absent = one of its own. */
  signInId?: string
  /** What it told about itself at the last look that succeeded. */
  ledger?: LedgerFacts
  rules: MappingRules
  /** Absent = nobody has chosen yet. */
  sending?: SendingSettings
  /** Absent = the usual ones. */
  supplierRules?: SupplierRules
  /** Absent = a person decides of every field. */
  itemRules?: ItemRules
  /** List of the ledger's → when it was imported last. */
  imported?: Partial<Record<string, Date>>
  health?: ConnectionHealthRecord
  /** How far what it tells of changes was heard; absent = it was never asked. */
  feed?: FeedRecord
  restored?: RestoredRecord
  createdAt: Date
  connectedAt?: Date
  connectedBy?: string
}

/** A connection that was authorised at least once. */
export type AuthorisedConnection = ConnectionRecord & { ledgerCompanyId: string }

export function wasAuthorised(connection: ConnectionRecord): connection is AuthorisedConnection {
  return connection.ledgerCompanyId !== undefined
}
