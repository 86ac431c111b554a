import type { CompanyScope } from '@fieldledger/workflow'

/** Pages of one question that are still to be asked for: a look is short, and a ledger may have much to tell. */
export interface FeedRest {
  /** Where that question began. */
  since: string
  /** The mark of the next page. */
  cursor: string
  /** Where the next question begins, by what was told so far. */
  until: string
  /** When its first page was asked for. */
  beganAt: Date
  /** The lists are read whole since then: what is told of their records is known already. */
  lists?: 'whole'
}

/** A ledger that is asked what was changed in it. */
export interface LedgerFeed {
  companyId: string
  connectionId: string
  provider: string
  /** Where the question begins; absent = that is to be found out. */
  since?: string
  heardAt?: Date
  rest?: FeedRest
}

export interface LedgerFeeds {
  /** The one that has been due for longest, of all companies and of these providers, leased to whoever asks. */
  claim(providers: readonly string[]): Promise<LedgerFeed | undefined>
  /** What is absent stays as it was. */
  heard(
    scope: CompanyScope,
    which: { connectionId: string; since?: string; heardAt?: Date; rest?: FeedRest | 'none'; dueAt: Date },
  ): Promise<void>
  /** It told that something happened: it is asked at once. */
  knock(scope: CompanyScope, connectionId: string): Promise<void>
}
