import type { AccountRule, LedgerDocument, Money, NewItem, RemoteReference } from '@fieldledger/accounting'
import type { Problem } from '../graph/problem.ts'

export interface DraftLine {
  id: string
  kind: 'item' | 'expense'
  materialId?: string
  item?: RemoteReference
  /** The item does not exist there yet: it is created first, by an effect of its own. */
  newItem?: NewItem
  account?: RemoteReference
  accountRule?: AccountRule
  description: string
  quantity: string
  unit?: string
  unitPrice?: string
  amount?: Money
  taxRate?: string
  taxCode?: RemoteReference
  class?: RemoteReference
  tracking?: RemoteReference[]
  project?: RemoteReference
}

/** A document on its way: what the preview shows, what stops it, and the document itself when nothing does. */
export interface DocumentDraft {
  documentLabel: string
  number: string
  vendor?: { id: string; name: string; linked: boolean }
  date: string
  dueDate?: string
  terms?: RemoteReference
  employee?: RemoteReference
  employeeMeant?: { name: string; ids: string[] }
  memo?: string
  /** What the memo bears in place of one. */
  backLink?: string
  shipTo?: string
  lines: DraftLine[]
  net: Money
  /** With the tax that the ledger adds. */
  total: Money
  notes: string[]
  problems: Problem[]
  /** Items to create before the document can be sent, one for each material. */
  newItems: { materialId: string; item: NewItem }[]
  /** Materials that go as expense lines because they are not linked (G-03): listed in the timeline. */
  linesAsExpense: string[]
  /** Present when nothing stops the document and every item exists. */
  document?: LedgerDocument
}
