import { buffer } from 'node:stream/consumers'
import type { BlobStore } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import type { Database } from '../scope/connect-database.ts'
import { createFileStore } from './file-store.ts'

/** The bytes of a company's file, whole: for a ledger, which takes a few megabytes of each. */
export function createBlobReader(database: Database): Pick<BlobStore, 'get'> {
  const files = createFileStore(database)
  return {
    get: async ({ companyId, id }) => {
      const found = await files.find(companyScope(companyId), id)
      return found === undefined ? undefined : buffer(files.open(found))
    },
  }
}
