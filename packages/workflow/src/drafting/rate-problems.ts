import type { Problem } from '../graph/problem.ts'
import type { DraftLine } from './document-draft.ts'
import type { DraftInputs } from './draft-inputs.ts'
import { heldProblem } from './held-problem.ts'

/** A rate that the ledger company does not know, or does not let stand on the line's account, is told before it refuses it. */
export function rateProblems(inputs: DraftInputs, lines: readonly DraftLine[]): Problem[] {
  const known = inputs.connection.ledger?.purchaseTaxRates?.map(Number)
  if (known === undefined) return []
  return lines.flatMap((line, position) => {
    const rate = Number(line.taxRate ?? '0')
    if (rate === 0) return []
    const at = { line, number: position + 1 }
    if (!known.includes(rate)) return [rateMissing(inputs, at)]
    return takesRate(inputs, line) ? [] : [accountTakesItNot(inputs, at)]
  })
}

/** An item brings an account of its own. */
function takesRate({ connection }: DraftInputs, { kind, account, taxRate }: DraftLine): boolean {
  if (kind !== 'expense' || account === undefined) return true
  const own = connection.ledger?.accountTaxRates?.find((each) => each.account === account.id)
  return own === undefined || own.rates.map(Number).includes(Number(taxRate))
}

interface Placed {
  line: DraftLine
  number: number
}

function rateMissing({ connection }: DraftInputs, { line: { taxRate = '0' }, number }: Placed): Problem {
  return heldProblem(
    'no-such-tax-rate',
    `Line ${number} is taxed ${taxRate} %, and ${connection.name} has no such tax rate for purchases: add it in ${connection.providerLabel} and press Check now under Connections, or correct the tax on the form.`,
    { cure: 'check-connection', params: { line: number, rate: taxRate, connectionId: connection.id } },
  )
}

function accountTakesItNot(
  { connection }: DraftInputs,
  { line: { taxRate = '0', account }, number }: Placed,
): Problem {
  const called = account?.name ?? account?.id ?? ''
  return heldProblem(
    'tax-not-for-account',
    `Line ${number} is taxed ${taxRate} %, and in ${connection.name} the account "${called}" takes no tax rate of that height: choose another account for the line, or correct the tax on the form.`,
    { cure: 'edit-form', params: { line: number, rate: taxRate, account: called } },
  )
}
