import {
  type LedgerDocument,
  NotAllowed,
  type Operation,
  type OperationContext,
} from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { readRequest } from '../requests.ts'
import { VendorCurrencies } from '../wire.ts'
import type { Currencies } from './currencies.ts'

/**
 * A vendor is billed in its own currency and in those of its list. It is looked at only where the document is not in
 * the company's own currency, before anything is sent.
 */
export function* checkVendorCurrency(
  { currency, party }: LedgerDocument,
  place: { context: OperationContext; currencies: Currencies },
): Operation<void> {
  if (currency === place.context.currency) return
  const request = readRequest('vendor-currencies', `vendor/${encodeURIComponent(party.id)}`)
  const vendor = yield* exchange(request, VendorCurrencies)
  const listed = (vendor.currencyList?.items ?? []).map((each) => each.currency?.id)
  const ids = [vendor.currency?.id, ...listed].filter((id) => id !== undefined)
  // An answer that names none leaves it to the service.
  if (ids.length === 0 || ids.includes(place.currencies.idOf(currency))) return
  const used = ids.flatMap((id) => place.currencies.codeOf(id) ?? [])
  throw new NotAllowed(
    `In NetSuite "${party.name ?? party.id}" is billed in ${used.join(', ')} only, and this document is in ${currency}. Add the currency to the vendor there, then send again.`,
    { entry: 'currency-missing', params: { record: 'vendor', currency } },
  )
}
