import type { ConnectionTarget, PaymentTerms, PostalAddress, RemoteReference } from '@fieldledger/accounting'
import type {
  CompanyScope,
  ConnectionHealthFacts,
  ConnectionSummary,
  SendRequest,
} from '@fieldledger/workflow'
import type { PaperLookup } from './paper-lookup.ts'

/** What of ours is paired with something of the ledger's. */
export type LinkKind = 'vendor' | 'material' | 'account'

export interface LinkedRecord extends RemoteReference {
  /** false = the record there was made inactive. */
  active: boolean
}

export interface LinkLookup {
  /** Which of ours is paired with that one of theirs. */
  ourId(which: {
    scope: CompanyScope
    connectionId: string
    kind: LinkKind
    remoteId: string
  }): Promise<string | undefined>
  find(which: {
    scope: CompanyScope
    connectionId: string
    kind: LinkKind
    ids: readonly string[]
  }): Promise<Map<string, LinkedRecord>>
  /** Those of theirs that are known to be inactive there. */
  inactive(which: {
    scope: CompanyScope
    connectionId: string
    kind: LinkKind
    remoteIds: readonly string[]
  }): Promise<Set<string>>
  /**
   * Idempotent: the same pair again changes nothing. Takes part in the transaction when one is handed in.
   * false = theirs is paired with another one of ours.
   */
  save(link: {
    scope: CompanyScope
    connectionId: string
    kind: LinkKind
    ourId: string
    remote: RemoteReference
    origin: 'created' | 'matched' | 'by-hand' | 'imported'
    transaction?: TransactionHandle
  }): Promise<boolean>
}

export interface MaterialFacts {
  id: string
  name: string
  sku?: string
  description?: string
  unit?: string
  price?: string
  accountId?: string
}

export interface VendorFacts extends PostalAddress {
  id: string
  name: string
  email?: string
  phone?: string
  accountNumber?: string
  currency?: string
  accountId?: string
  paymentTerms?: PaymentTerms
  /** proposed = a field user named it while filling in; a bookkeeper still has to create or link it. */
  state: 'active' | 'proposed' | 'archived'
}

/** A record of the catalogue where it is looked for. */
export interface ListedId {
  id: string
  list: CatalogueListName
}

export type CatalogueListName = 'vendors' | 'materials' | 'customers' | 'projects' | 'cost-codes' | 'accounts'

export interface CatalogueLookup {
  /** Catalogue id → what to show: vendors, materials, projects, people, cost codes, accounts. */
  names(which: { scope: CompanyScope; ids: readonly string[] }): Promise<Map<string, string>>
  materials(which: { scope: CompanyScope; ids: readonly string[] }): Promise<Map<string, MaterialFacts>>
  vendors(which: { scope: CompanyScope; ids: readonly string[] }): Promise<Map<string, VendorFacts>>
  /** Name or id → the id of the one record that is called so in this list. */
  idsOf(which: { scope: CompanyScope; list: string; names: readonly string[] }): Promise<Map<string, string>>
  /** The short name that stands in document numbers; undefined = the project has none. */
  projectCode(which: { scope: CompanyScope; id: string }): Promise<string | undefined>
  /** Those that do not stand in the company's list that they were chosen from: refused at submit. */
  missing<Used extends ListedId>(which: { scope: CompanyScope; used: readonly Used[] }): Promise<Used[]>
  /** Vendors that a field user proposed while filling in; the same id again changes nothing. */
  propose(what: {
    scope: CompanyScope
    vendors: readonly { id: string; name: string; phone?: string }[]
    by: string
    transaction: TransactionHandle
  }): Promise<void>
  /** Somebody has looked at the proposed vendor: it is one of ours from now on. */
  accept(which: { scope: CompanyScope; vendorId: string; transaction: TransactionHandle }): Promise<void>
}

export interface ConnectionLookup {
  summaries(which: { scope: CompanyScope }): Promise<ConnectionSummary[]>
  /** What is known of how each connection does. */
  health(which: { scope: CompanyScope }): Promise<ConnectionHealthFacts[]>
  /** What a driver needs to know; undefined = there is no such connection in this company. */
  target(which: { scope: CompanyScope; connectionId: string }): Promise<ConnectionTarget | undefined>
  /** The ledger withdrew our access: the connection waits for a person who reconnects it. */
  needsReconnect(which: {
    scope: CompanyScope
    connectionId: string
    reason: string
    /** The consent under which it was asked: one that was given since then stands. */
    connectedAt?: string | undefined
  }): Promise<'waits' | 'remade'>
}

/** Opaque to everybody but storage: the session of the transaction under way. */
export interface TransactionHandle {
  readonly session: unknown
}

/** How a form becomes a ledger's document: the form's own default, beside what steps of workflows say. */
export interface MappingLookup {
  /** What was set for this version of the form, or last before it. */
  find(which: {
    scope: CompanyScope
    formId: string
    formVersion: number
    provider: string
  }): Promise<Pick<SendRequest, 'mapping' | 'unlinkedItems'> | undefined>
}

/** What the runtime asks of catalogue and connections; storage implements it (ledgers). */
export interface Lookups {
  links: LinkLookup
  catalogue: CatalogueLookup
  connections: ConnectionLookup
  mappings: MappingLookup
  papers: PaperLookup
}
