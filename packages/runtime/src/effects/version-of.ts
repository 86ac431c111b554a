import type { RemoteDocument } from '@fieldledger/accounting'
import { digest } from './content-hash.ts'

/** Tells one state of a record from another; ledgers without revision tokens are told apart by what they say. */
export function versionOf(found: RemoteDocument): string {
  return found.reference.revision ?? digest(found)
}
