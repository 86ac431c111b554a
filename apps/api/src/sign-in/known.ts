import type { Company, Form, KeptReads, Membership, ReadKeeper, VerifiedKey } from '@fieldledger/storage'
import type { SignedIn } from '../router/route.ts'

/** What each request asks for before it does its own; how long that is kept, `createKeptReads` says. */
export interface Known {
  sessions: KeptReads<{ user: SignedIn; expiresAt: Date }>
  apiKeys: KeptReads<VerifiedKey>
  memberships: KeptReads<Membership>
  companies: KeptReads<Company>
  forms: KeptReads<Pick<Form, 'id' | 'archived'>>
}

export function createKnown(keeper: ReadKeeper): Known {
  return {
    sessions: keeper.reads({ collections: ['sessions', 'users'], most: 10_000 }),
    apiKeys: keeper.reads({ collections: ['apiKeys', 'users'], most: 10_000 }),
    memberships: keeper.reads({ collections: ['memberships'], most: 10_000 }),
    companies: keeper.reads({ collections: ['companies'], most: 1000 }),
    forms: keeper.reads({ collections: ['forms'], most: 2000 }),
  }
}
