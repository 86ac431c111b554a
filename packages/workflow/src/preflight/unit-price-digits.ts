import { decimalsOf, documentCapability } from '@fieldledger/accounting'
import type { ConnectionSummary } from '../connections/connection-summary.ts'
import type { DraftInputs } from '../drafting/draft-inputs.ts'
import type { Problem } from '../graph/problem.ts'

/** With how many digits after the comma unit prices are kept here and there; undefined = the ledger has no such setting. */
export function unitPriceDigits(
  connection: Pick<ConnectionSummary, 'capabilities' | 'rules'>,
): { here: number; there: number } | undefined {
  const { unitPriceDigits: setting } = connection.capabilities
  if (setting === undefined) return undefined
  return { here: connection.rules.unitPriceDigits ?? setting.usual, there: setting.usual }
}

/** Said when the settings are saved and when a document is sent; undefined = both are the same. */
export function differingDigits(
  connection: Pick<ConnectionSummary, 'capabilities' | 'rules' | 'providerLabel'>,
): string | undefined {
  const digits = unitPriceDigits(connection)
  if (digits === undefined || digits.here === digits.there) return undefined
  const label = connection.providerLabel
  return `Unit prices are kept with ${digits.here} digits after the comma here, and ${label} rounds to ${digits.there} unless it was told otherwise: both must be the same.`
}

/**
 * S1-22: a warning, since the ledger takes more digits when it is asked to, and the amounts of lines are sent with them;
 * what it shows and adds up by itself may differ.
 */
export function digitsProblems(inputs: DraftInputs): Problem[] {
  const { connection, request } = inputs
  const digits = unitPriceDigits(connection)
  const takesItems = documentCapability(connection.capabilities, request.documentKind)?.lineKinds.includes(
    'item',
  )
  if (digits === undefined || takesItems !== true) return []
  const message = differingDigits(connection) ?? longPrice(inputs, digits.here)
  if (message === undefined) return []
  const params = { here: digits.here, there: digits.there, connectionId: connection.id }
  return [{ code: 'rounding-differs', severity: 'warning', message, params }]
}

function longPrice({ submission, request, connection }: DraftInputs, digits: number): string | undefined {
  const { materials } = request.mapping
  const rows = materials === undefined ? [] : submission.values[materials]
  const longest = (Array.isArray(rows) ? rows : []).reduce((most: number, row) => {
    const price = typeof row === 'object' && 'unitPrice' in row ? row.unitPrice : undefined
    return price === undefined ? most : Math.max(most, decimalsOf(price))
  }, 0)
  if (longest <= digits) return undefined
  return `A unit price has ${longest} digits after the comma, and ${connection.providerLabel} rounds to ${digits} unless it was told otherwise: both must be the same, so set it there, and here under Connections, Mapping rules.`
}
