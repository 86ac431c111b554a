import type { DocumentKind, Money } from '@fieldledger/accounting'
import type { Submission } from '@fieldledger/forms'
import type { CompanyScope } from '@fieldledger/workflow'
import type { TransactionHandle } from './lookups.ts'

/** A form that is compared with others; the lines of its tables are not read. */
export type ListedPaper = Pick<
  Submission,
  'id' | 'formId' | 'formVersion' | 'formName' | 'number' | 'values' | 'totals' | 'submittedAt'
>

/** Somebody looked at two forms and said that they are two papers. */
export interface SaidDifferent {
  /** Both forms; the order does not matter. */
  submissionIds: readonly [string, string]
  reason: string
  by: { id: string; name: string }
  at: Date
}

/** Which papers may be there twice; storage implements it. */
export interface PaperLookup {
  /** Bills of that vendor since then with that number somewhere or that total; no drafts and nothing that was called off. */
  alike(which: {
    scope: CompanyScope
    vendorId: string
    since: Date
    total: Money
    number?: string
  }): Promise<ListedPaper[]>
  /** Those that somebody said are another paper than this one. */
  saidDifferent(which: { scope: CompanyScope; submissionId: string }): Promise<SaidDifferent[]>
  /** The same pair again changes nothing. */
  sayDifferent(what: {
    scope: CompanyScope
    said: SaidDifferent
    transaction: TransactionHandle
  }): Promise<void>
  /** Another form of ours whose document of that kind bears this number in that ledger. */
  numberTaken(which: {
    scope: CompanyScope
    connectionId: string
    documentKind: DocumentKind
    number: string
    submissionId: string
    /** The number is this vendor's own: another vendor may have used it too. */
    vendorId?: string
  }): Promise<{ submissionId: string; formName: string } | undefined>
}
