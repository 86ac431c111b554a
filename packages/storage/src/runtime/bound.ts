import type { CompanyScope } from '@fieldledger/workflow'
import type { ClientSession } from 'mongoose'

/** What every repository is bound to. */
export interface Bound {
  scope: CompanyScope
  session?: ClientSession
}

/** Options of a query within this binding. */
export function within({ session }: Bound): { session?: ClientSession } {
  return session === undefined ? {} : { session }
}
