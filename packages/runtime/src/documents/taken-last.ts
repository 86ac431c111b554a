import type { LedgerDocument, RemoteDocument } from '@fieldledger/accounting'
import type { Effect } from '../ports/effect-store.ts'
import { sentBy } from './sent-by.ts'

/** Of these effects' document in this ledger: our version that it took last, and what it gave back. */
export function takenLast(
  effects: readonly Effect[],
  { connectionId }: { connectionId: string },
): { sent: LedgerDocument; read: RemoteDocument } | undefined {
  const own = effects.filter(
    (effect) => effect.connectionId === connectionId && effect.target.kind === 'document',
  )
  const create = own.find(
    ({ operation, state, confirmation }) =>
      operation === 'create' && state !== 'superseded' && confirmation?.document !== undefined,
  )
  const read = create?.confirmation?.document
  const last = own.find(({ frozen }) => frozen !== undefined && frozen.hash === create?.confirmation?.hash)
  const sent = last && sentBy(last)
  return read === undefined || sent === undefined ? undefined : { sent, read }
}
