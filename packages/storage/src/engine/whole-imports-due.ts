import type { WholeImport } from '@fieldledger/catalogue'
import { type Model, trusted } from 'mongoose'
import { type Stored, toEntity } from '../runtime/record.ts'
import { acrossCompanies } from '../scope/across-companies.ts'

/** Longer than a request to a ledger and its writing take; what a killed worker held goes on after it. */
const leaseMs = 90_000

/** The import of whole lists that is due, leased by the server's clock. */
export async function claimWholeImport(
  imports: Model<Stored<WholeImport>>,
): Promise<WholeImport | undefined> {
  const claimed = await imports
    .findOneAndUpdate(
      {
        phase: trusted({ $in: ['reading', 'writing'] }),
        halt: trusted({ $exists: false }),
        $expr: trusted({ $lte: ['$dueAt', '$$NOW'] }),
      },
      [{ $set: { dueAt: { $add: ['$$NOW', leaseMs] } } }],
      { sort: { dueAt: 1 }, updatePipeline: true, returnDocument: 'after' },
    )
    .setOptions(acrossCompanies('claim an import of whole lists'))
    .lean()
  return claimed === null ? undefined : toEntity<WholeImport>(claimed)
}
