import type { RemoteDocument } from '@fieldledger/accounting'

/** What it said when it was read before, and what has become of it there since. */
export function withStateThere(before: RemoteDocument, found: RemoteDocument): RemoteDocument {
  const { stateThere: _earlier, standing: _then, ...said } = before
  const { status, stateThere, standing } = found
  return {
    ...said,
    status,
    ...(stateThere === undefined ? {} : { stateThere }),
    ...(standing === undefined ? {} : { standing }),
  }
}
