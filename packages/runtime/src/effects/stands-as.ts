import type { RemoteDocument } from '@fieldledger/accounting'

/** An order that is billed is closed there. */
export function standsAs({ status }: Pick<RemoteDocument, 'status'>, as: 'billed' | 'open'): boolean {
  return (status === 'closed') === (as === 'billed')
}
