import type {
  AccountRule,
  DocumentKind,
  Money,
  RemoteAccount,
  RemoteReference,
} from '@fieldledger/accounting'
import type { FormContent } from '@fieldledger/forms'
import type {
  ConnectionSummary,
  FieldMapping,
  FormChoice,
  NamedSecret,
  Problem,
  UnlinkedItems,
} from '@fieldledger/workflow'
import { createContext, useContext } from 'react'

/** The document as the ledger will show it: what the preview endpoint answers. */
export interface LedgerPreview {
  documentLabel: string
  number: string
  vendor: { name: string; linked: boolean } | null
  date: string | null
  dueDate: string | null
  terms: string | null
  employee: string | null
  memo: string | null
  shipTo: string | null
  class: string | null
  tracking: string[]
  project: string | null
  lines: LedgerPreviewLine[]
  net: Money
  total: Money
  formNet: Money
  formTotal: Money
  notes: string[]
  problems: Problem[]
}

export interface LedgerPreviewLine {
  id: string
  kind: 'item' | 'expense'
  item?: RemoteReference
  itemToCreate?: boolean
  account?: RemoteReference
  accountRule?: AccountRule
  taxCode?: RemoteReference
  description: string
  quantity: string
  unitPrice: string
  amount: Money | null
}

export interface PreviewQuestion {
  submissionId: string
  connectionId: string
  documentKind: DocumentKind
  mapping: FieldMapping
  unlinkedItems: UnlinkedItems
}

export interface SubmissionChoice {
  id: string
  label: string
}

/** Where a drawer may send the person for a cure. */
export type Destination =
  | { to: 'fields' }
  | { to: 'details' }
  | { to: 'connect'; provider: string }
  | { to: 'mapping-rules'; connectionId: string }
  | { to: 'submission'; id: string }

/** Where another system sends what starts this workflow. */
export interface HookFacts {
  url: string
  /** null = there is no secret yet. */
  secretMadeAt: string | null
  previousUntil: string | null
}

/** A message that arrived there. */
export interface HookDelivery {
  id: string
  receivedAt: string
  state: 'received' | 'started' | 'refused'
  reason: string | null
  forms: { id: string; number: string | null }[]
  /** Its beginning. */
  body: string
}

/** For a workflow that another system starts; read when a drawer asks. */
export interface DrawerHook {
  /** undefined = still being read. */
  facts: HookFacts | undefined
  deliveries: readonly HookDelivery[]
  moreDeliveries: (() => void) | undefined
  /** The new secret, which nobody can show again. */
  makeSecret(): Promise<string>
}

/** All that a drawer may know and do beside its own config. The web app implements it. */
export interface DrawerData {
  form: FormContent
  connections: readonly ConnectionSummary[]
  secrets: readonly NamedSecret[]
  /** Forms that can be made from this one. */
  nextForms: readonly FormChoice[]
  people: readonly { id: string; name: string }[]
  /** What the start of the workflow gives to its steps, by name. */
  given: readonly string[]
  hook: DrawerHook
  /** What is wrong with the step that the drawer configures. */
  problems: readonly Problem[]
  editable: boolean
  preview(question: PreviewQuestion): Promise<LedgerPreview>
  recentSubmissions(): Promise<SubmissionChoice[]>
  searchAccounts(search: { connectionId: string; query: string }): Promise<RemoteAccount[]>
  /** Turns the form's text field for the vendor into a "choose one or more" field over vendors. */
  convertVendorField(fieldId: string): Promise<void>
  goTo(destination: Destination): void
}

export class NoDrawerData extends Error {
  readonly code = 'no-drawer-data'
  readonly retryable = false
  constructor() {
    super('A step was configured outside the editor: reload the page.')
  }
}

export const DrawerDataContext = createContext<DrawerData | undefined>(undefined)

export function useDrawerData(): DrawerData {
  const data = useContext(DrawerDataContext)
  if (data === undefined) throw new NoDrawerData()
  return data
}
