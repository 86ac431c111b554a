import { NotAllowed, type Operation } from '@fieldledger/accounting'
import { rowsOf } from '../read-answer.ts'
import { cellText } from '../row.ts'
import { CurrencyRow } from '../wire.ts'

/** The account's currencies: a record names its currency by an id, whose code stands in a list of its own. */
export interface Currencies {
  codes: readonly string[]
  codeOf(id: string | undefined): string | undefined
  /** The id of a currency, which must be there before anything is sent. */
  idOf(code: string): string
}

export function* readCurrencies(): Operation<Currencies> {
  const q = 'SELECT id, symbol FROM currency ORDER BY id'
  const { rows } = yield* rowsOf('currencies', { q, row: CurrencyRow })
  const codes = new Map(rows.map(({ id, symbol }) => [String(id), cellText(symbol)]))
  return {
    codes: [...codes.values()].filter((code) => code !== undefined),
    codeOf: (id) => codes.get(id ?? ''),
    idOf: (code) => {
      for (const [id, each] of codes) if (each === code) return id
      throw notUsed(code)
    },
  }
}

/** For an account that is one company; of several, each has its own. */
export function* baseCurrency(): Operation<string | undefined> {
  const q = "SELECT id, symbol FROM currency WHERE isbasecurrency = 'T' ORDER BY id"
  const [base] = (yield* rowsOf('base-currency', { q, row: CurrencyRow })).rows
  return cellText(base?.symbol)
}

function notUsed(currency: string): NotAllowed {
  return new NotAllowed(
    `This NetSuite account does not use ${currency}. Add the currency in NetSuite, then send again.`,
    { params: { currency } },
  )
}
