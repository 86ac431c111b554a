import type { BesideDocument, NotTaken } from '../documents/beside-document.ts'
import type {
  ChangedItem,
  ChangedParty,
  NewItem,
  NewParty,
  RemoteAccount,
  RemoteEmployee,
  RemoteItem,
  RemoteMark,
  RemoteParty,
  RemoteTerm,
} from '../documents/catalogue-records.ts'
import type { DocumentKind } from '../documents/document-kind.ts'
import type { LedgerDocument, RemoteDocument } from '../documents/ledger-document.ts'
import type { PurchaseTaxCode } from '../documents/purchase-tax-code.ts'
import type { RemoteReference } from '../documents/remote-reference.ts'
import type { ErrorEntry } from '../errors/error-entry.ts'
import type { LedgerError } from '../errors/ledger-error.ts'
import type { Capabilities } from './capabilities.ts'
import type { Webhooks } from './webhooks.ts'
import type { Operation, WireAnswer } from './wire-exchange.ts'

/** What every operation is told: nothing secret, nothing that changes between two tries. */
export interface OperationContext {
  /** The ledger's id of the connected company (QuickBooks realm). */
  companyId: string
  /** The frozen idempotency key of the effect; empty for reads. */
  requestKey: string
  /** Home currency of the ledger company. */
  currency: string
  /** Where people look at the books in a browser: the server's setting, e.g. for links to documents. */
  booksUrl: string
  /** The part of the ledger company that a person chose, where it has several. */
  subsidiary?: string
}

/** One page of a list; `next` is an opaque cursor to hand in again. */
export interface Page<Row> {
  rows: Row[]
  next?: string
  /** How many records follow after this page, where the ledger tells. */
  left?: number
}

/** How an unknown create is looked up: our number, vendor, date and total (DESIGN §4). */
export interface DocumentSearch {
  kind: DocumentKind
  number: string
  party: RemoteReference
  date: string
  net: { minor: number; currency: string }
}

export interface LedgerCompany {
  id: string
  name: string
  currency: string
  /** false when the company's plan has no purchase orders, and so on: shown on the Health page. */
  documents: Partial<Record<DocumentKind, boolean>>
  /** All currencies that it takes; absent = it does not say. */
  currencies?: string[]
  /** Whether it has tax on what is bought; said where `lineTax` is `by-company`. */
  purchaseTax?: boolean
  /** Its codes for what is bought, those in use; absent = it keeps no such list, or does not say. */
  taxCodes?: PurchaseTaxCode[]
  /**
   * Tax rates in per cent that may stand on what is bought; absent = it does not say. Where it says so a line tells its
   * rate, and its code only where several are of that height.
   */
  purchaseTaxRates?: string[]
  /** Accounts that take fewer of these, or of its codes, by the ledger's ids; absent = it does not say. */
  accountTaxRates?: { account: string; rates: string[]; codes?: string[] }[]
  /** The last day of its closed books, YYYY-MM-DD. */
  closedThrough?: string
  /** true = it can be read, and takes nothing new: its subscription has ended. */
  subscriptionEnded?: boolean
  /** The parts that it is made of, where documents are of one of them. */
  subsidiaries?: RemoteReference[]
}

/** Documents by their own date, both days included. `cursor` is the mark of a page before. */
export interface DocumentRange {
  kind: DocumentKind
  from: string
  to: string
  cursor?: string
}

/** Something that was changed in the ledger, as far as its own feed tells. */
export interface LedgerChange {
  record: 'vendor' | 'item' | 'document'
  remoteId: string
  /** By the ledger's clock, so that texts compare as moments do: where the next question begins. */
  at: string
  /** Of a document: its version after the change, where the ledger has such. */
  revision?: string
  /** Of an item: what its list says now; false also for one that was taken out. */
  name?: string
  active?: boolean
}

/** `complete: false` = the ledger had more to tell than it tells at once, and does not say what. */
export interface ChangePage extends Page<LedgerChange> {
  complete: boolean
}

export interface ListPage {
  cursor?: string
  /** Only those whose name has this somewhere, letter case apart; a ledger that gives its list in one answer gives it whole. */
  matching?: string
}

/** Input and output of every operation. */
export interface Operations {
  'connect.check': { in: Record<string, never>; out: LedgerCompany }
  'document.find': { in: DocumentSearch; out: RemoteDocument[] }
  'document.list': { in: DocumentRange; out: Page<RemoteDocument> }
  'document.get': { in: { kind: DocumentKind; reference: RemoteReference }; out: RemoteDocument | null }
  'document.create': { in: LedgerDocument; out: RemoteDocument }
  'document.update': { in: { document: LedgerDocument; reference: RemoteReference }; out: RemoteDocument }
  'document.cancel': {
    in: { kind: DocumentKind; reference: RemoteReference; how: 'close' | 'delete' | 'void' }
    out: RemoteDocument
  }
  /** Sets an order billed or open again, where its bills do not do so: `marksBilled`. What stands so already is left. */
  'document.mark': {
    in: { kind: DocumentKind; reference: RemoteReference; as: 'billed' | 'open' }
    out: RemoteDocument
  }
  /**
   * Brings notes and files beside a document that is there: what stands there already, from an earlier try or revision,
   * is left alone, so it may be run any number of times.
   */
  'document.attach': {
    in: { kind: DocumentKind; reference: RemoteReference } & BesideDocument
    out: { notTaken: NotTaken[] }
  }
  'vendor.list': { in: ListPage; out: Page<RemoteParty> }
  'vendor.find': { in: { name: string }; out: RemoteParty[] }
  /** null = it was taken out there. */
  'vendor.get': { in: { reference: RemoteReference }; out: RemoteParty | null }
  'vendor.create': { in: NewParty; out: RemoteParty }
  'vendor.update': { in: ChangedParty; out: RemoteParty }
  'item.list': { in: ListPage; out: Page<RemoteItem> }
  'item.find': { in: { name: string }; out: RemoteItem[] }
  'item.create': { in: NewItem; out: RemoteItem }
  /** null = it was taken out there. */
  'item.get': { in: { reference: RemoteReference }; out: RemoteItem | null }
  'item.update': { in: ChangedItem; out: RemoteItem }
  'account.list': { in: ListPage; out: Page<RemoteAccount> }
  /** What was changed at that moment and since; `since` is a moment of ours, or the `at` of the latest change. */
  'change.list': { in: { since: string; cursor?: string }; out: ChangePage }
  /** Customers, and projects that are kept as such, who are called so. */
  'customer.find': { in: { name: string }; out: (RemoteReference & { active: boolean })[] }
  'class.list': { in: { cursor?: string }; out: Page<RemoteMark> }
  'term.list': { in: { cursor?: string }; out: Page<RemoteTerm> }
  /** The inactive ones too: whoever is named and has left is told apart from one who was never there. */
  'employee.list': { in: { cursor?: string }; out: Page<RemoteEmployee> }
}
export type OperationName = keyof Operations

export type OperationPlan<Name extends OperationName> = (
  input: Operations[Name]['in'],
  context: OperationContext,
) => Operation<Operations[Name]['out']>

/** Tokens of one connection. Never leaves connectors and the vault. */
export interface ConnectionTokens {
  accessToken: string
  refreshToken: string
  /** Seconds from the moment of the answer. */
  accessExpiresIn: number
  refreshExpiresIn: number
}

/** The server's settings for one (provider, environment). `{company}` in an address is filled by settingsOfCompany. */
export interface ProviderSettings {
  baseUrl: string
  authUrl: string
  /** Where people look at the books in a browser. */
  booksUrl: string
  clientId: string
  clientSecret: string
  redirectUrl: string
  /** What it signs its messages to us with. */
  webhookSecret?: string
  /** Its key signs requests for tokens, where the provider takes that in place of a consent that runs out. */
  certificate?: { id: string; privateKey: string }
}

/** What a person let us into. */
export interface Consent {
  /** The ledger's companies that this consent named; the name where it is told. */
  companies: { id: string; name?: string }[]
  /** All that its tokens open, those of earlier consents with them; absent = what it named. */
  reach?: string[]
  tokens: ConnectionTokens
}

/** Consent and tokens: the only part of a connector that talks to the network by itself. */
export interface Authorisation {
  authoriseUrl(settings: ProviderSettings, state: string): string
  /** `callbackUrl` is the whole URL that the provider sent the browser to. */
  exchange(settings: ProviderSettings, callbackUrl: string): Promise<Consent>
  refresh(settings: ProviderSettings, refreshToken: string): Promise<ConnectionTokens>
  revoke(settings: ProviderSettings, refreshToken: string): Promise<void>
  /** Closes one of several companies to us and says how many stay open; absent = a sign-in opens one. */
  leave?(
    settings: ProviderSettings,
    which: { companyId: string; accessToken: string },
  ): Promise<{ stillOpen: number }>
}

/** Our code for one company's product. Assembled in connectors/src/<provider>/connector.ts. */
export interface Connector {
  /** kebab-case, e.g. the folder's name. */
  id: string
  label: string
  logo: string
  capabilities: Capabilities
  authorisation: Authorisation
  operations: { [Name in OperationName]: OperationPlan<Name> }
  /** Absent = it tells nothing by itself, and is asked. */
  webhooks?: Webhooks
  /** Every way in which it says no, for people: what classify answers names its entry. */
  errorCatalogue: readonly ErrorEntry[]
  /** How many requests are left today, of how many, where its answers tell. */
  quotaOf?(headers: Readonly<Record<string, string>>): { left: number; of: number } | undefined
  /** null = success (an HTTP 200 may still be an error). */
  classify(answer: WireAnswer): LedgerError | null
  /** The link by which a person opens the document in the ledger's own pages. */
  documentUrl(place: { booksUrl: string; companyId: string; kind: DocumentKind; id: string }): string
}

/** What the web is told about a provider (GET /providers). */
export type ProviderDescription = Pick<Connector, 'id' | 'label' | 'capabilities'> & { logoUrl: string }
