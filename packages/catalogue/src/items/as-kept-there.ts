import { roundedDecimal } from '@fieldledger/accounting'
import type { LedgerConnection } from '../ports/ledger-connections.ts'

/** With its price as that ledger keeps it: what it rounds is no other price, and ours stays to the last digit here. */
export function asKeptThere<Item extends { price?: string | undefined }>(
  item: Item,
  { priceDecimals }: Pick<LedgerConnection, 'priceDecimals'>,
): Item {
  return item.price === undefined ? item : { ...item, price: roundedDecimal(item.price, priceDecimals) }
}
