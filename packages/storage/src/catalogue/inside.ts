import type { TransactionHandle } from '@fieldledger/runtime'
import type { ClientSession } from 'mongoose'
import { sessionOf } from '../scope/in-transaction.ts'

/** The options of a write inside of the transaction that the runtime handed over, if any. */
export function inside(transaction: TransactionHandle | undefined): { session?: ClientSession } {
  const session = sessionOf(transaction)
  return session === undefined ? {} : { session }
}
