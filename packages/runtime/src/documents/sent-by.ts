import type { LedgerDocument } from '@fieldledger/accounting'
import type { Effect } from '../ports/effect-store.ts'

/** The document that an effect sends or has sent; a cancel sends none. */
export function sentBy({ frozen }: Pick<Effect, 'frozen'>): LedgerDocument | undefined {
  if (frozen?.operation === 'document.create') return frozen.input
  return frozen?.operation === 'document.update' ? frozen.input.document : undefined
}
