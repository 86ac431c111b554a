import type { Submission } from '@fieldledger/forms'
import { digest } from '../effects/content-hash.ts'

type Approved = Pick<Submission, 'values' | 'totals' | 'vendorId'>

/** Does a revision change what was approved: vendor, lines (their accounts too) or total? (DESIGN §4 "Revise and cancel") */
export function asksAgain({ before, after }: { before: Approved; after: Approved }): boolean {
  return digest(approvedPart(before)) !== digest(approvedPart(after))
}

function approvedPart({ values, totals, vendorId }: Approved) {
  // Material tables are the lists of rows: everything in them counts, and so does a table that comes or goes.
  const tables = Object.entries(values).filter(
    ([, value]) => Array.isArray(value) && value.some((row) => typeof row === 'object' && 'quantity' in row),
  )
  return { vendorId, totals, tables: Object.fromEntries(tables) }
}
