import type { CompanyScope } from '@fieldledger/workflow'

/** A ledger that is asked what was changed in it. */
export interface LedgerFeed {
  companyId: string
  connectionId: string
  provider: string
  /** Where the question begins; absent = that is to be found out. */
  since?: string
  heardAt?: Date
}

export interface LedgerFeeds {
  /** The one that has been due for longest, of all companies and of these providers, leased to whoever asks. */
  claim(providers: readonly string[]): Promise<LedgerFeed | undefined>
  heard(
    scope: CompanyScope,
    which: { connectionId: string; since?: string; heardAt?: Date; dueAt: Date },
  ): Promise<void>
  /** It told that something happened: it is asked at once. */
  knock(scope: CompanyScope, connectionId: string): Promise<void>
}
