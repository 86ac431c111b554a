import { trusted } from 'mongoose'

/** Due by the server's clock and held by nobody; the indexes on `dueAt` answer exactly that. */
export function due(extra: Record<string, unknown>): Record<string, unknown> {
  return {
    ...extra,
    claimedBy: null,
    dueAt: trusted({ $type: 'date' }),
    $expr: trusted({ $lte: ['$dueAt', '$$NOW'] }),
  }
}
