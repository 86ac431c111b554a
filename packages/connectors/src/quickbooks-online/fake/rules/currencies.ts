import { type Json, type JsonObject, textOf } from '../../../fake-service/json.ts'
import type { Realm } from '../books/realm.ts'
import type { Change } from '../books/record.ts'
import { refuse } from '../fault-catalogue.ts'
import { refId } from '../json.ts'
import { nextVersion } from './next-version.ts'

const home = 'USD'

/** What one unit is worth in the home currency, every day the same. */
const currencies: Readonly<Record<string, { name: string; rate: number }>> = {
  USD: { name: 'United States Dollar', rate: 1 },
  EUR: { name: 'Euro', rate: 1.08 },
  GBP: { name: 'British Pound Sterling', rate: 1.27 },
  CAD: { name: 'Canadian Dollar', rate: 0.73 },
}

export function resolveCurrency(code: string, { settings }: Realm): JsonObject {
  if (code !== home && !settings.multiCurrency)
    throw refuse.businessRule(
      'Multi currency must be turned on before a currency other than USD can be used.',
    )
  const known = currencies[code]
  if (known === undefined) throw refuse.invalidReference('Currencies', code)
  return { value: code, name: known.name }
}

/** A transaction is in the currency of its vendor and of its account; named by nobody, it is the vendor's. */
export function settleCurrency(
  body: JsonObject,
  { realm }: { realm: Realm },
): { CurrencyRef: JsonObject; ExchangeRate?: number } {
  const vendor = realm.find('Vendor', refId(body.VendorRef) ?? '')
  const own = refId(vendor?.CurrencyRef) ?? home
  const code = refId(body.CurrencyRef) ?? own
  const account = realm.find('Account', refId(body.APAccountRef) ?? '')
  if (code !== own || (account !== undefined && (refId(account.CurrencyRef) ?? home) !== code))
    throw refuse.businessRule('The currency of the transaction is invalid for customer / vendor / account.')
  const CurrencyRef = resolveCurrency(code, realm)
  if (!realm.settings.multiCurrency) return { CurrencyRef }
  // Whoever names no rate gets 1, not the one of the list.
  return { CurrencyRef, ExchangeRate: typeof body.ExchangeRate === 'number' ? body.ExchangeRate : 1 }
}

/** The first vendor in a currency brings an account of payables in it, as accounts have one currency each. */
export function payablesOf(currency: Json, { realm, at }: { realm: Realm; at: string }): Change[] {
  const code = refId(currency) ?? home
  const payables = realm.all('Account').filter(({ AccountType }) => AccountType === 'Accounts Payable')
  const [first] = payables
  if (first === undefined || payables.some((account) => (refId(account.CurrencyRef) ?? home) === code))
    return []
  const Name = `${textOf(first.Name) ?? ''} - ${code}`
  const { AcctNum: _own, ...like } = first
  const body = { ...like, Name, FullyQualifiedName: Name, CurrencyRef: resolveCurrency(code, realm) }
  const entity = nextVersion(realm.nextId('Account'), { at, body })
  return [{ kind: 'Account', operation: 'create', entity, changed: [] }]
}

/** GET exchangerate: of one currency, on one day. */
export function exchangeRate(asked: { currency: string; day: string }, realm: Realm): JsonObject {
  resolveCurrency(asked.currency, realm)
  return {
    SourceCurrencyCode: asked.currency,
    TargetCurrencyCode: home,
    Rate: currencies[asked.currency]?.rate ?? 0,
    AsOfDate: asked.day,
    domain: 'QBO',
    sparse: false,
  }
}
