import type { PurchaseTaxCode } from '@fieldledger/accounting'
import type { Problem } from '../graph/problem.ts'
import type { DraftLine } from './document-draft.ts'
import type { DraftInputs } from './draft-inputs.ts'
import { severalTaxCodes } from './several-tax-codes.ts'

/**
 * Where a ledger is asked by rates, a line's code is the only one of that height that may stand on its account, else the
 * one that a person chose: they differ in the tax return, so that none is ever guessed.
 */
export function chosenTaxCodes(
  inputs: DraftInputs,
  lines: readonly DraftLine[],
): { lines: DraftLine[]; problems: Problem[] } {
  const problems: Problem[] = []
  const coded = lines.map((line, position) => {
    const candidates = candidatesOf(inputs, line)
    const rate = line.taxRate ?? '0'
    const rule = inputs.connection.rules.taxCodes?.find((one) => Number(one.rate) === Number(rate))
    const [only, ...others] = candidates
    const chosen =
      candidates.find(({ id }) => id === rule?.code.id) ?? (others.length === 0 ? only : undefined)
    if (chosen !== undefined) return { ...line, taxCode: { id: chosen.id, name: chosen.name } }
    if (candidates.length > 1)
      problems.push(severalTaxCodes(inputs, { rate, line: position + 1, candidates }))
    return line
  })
  return { lines: coded, problems }
}

/** Those of its rate that its account takes; an item brings an account of its own. */
function candidatesOf({ connection }: DraftInputs, line: DraftLine): PurchaseTaxCode[] {
  const { taxCodes = [], accountTaxRates = [] } = connection.ledger ?? {}
  const rate = Number(line.taxRate ?? '0')
  if (rate === 0) return []
  const account = line.kind === 'expense' ? line.account?.id : undefined
  const taken = accountTaxRates.find((one) => one.account === account)?.codes
  return taxCodes.filter((code) => Number(code.rate) === rate && (taken?.includes(code.id) ?? true))
}
