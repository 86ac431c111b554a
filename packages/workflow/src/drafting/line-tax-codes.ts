import type { PurchaseTaxCode, RemoteReference } from '@fieldledger/accounting'
import type { Problem } from '../graph/problem.ts'
import type { DraftLine } from './document-draft.ts'
import type { DraftInputs } from './draft-inputs.ts'
import { heldProblem } from './held-problem.ts'
import { severalTaxCodes } from './several-tax-codes.ts'

/**
 * The ledger's code of each line's rate: the one that was chosen for it, else the only one of that height. Where there
 * are several a person chooses once; none is ever guessed, as they differ in the tax return.
 */
export function lineTaxCodes(
  inputs: DraftInputs,
  { lines, behind = 0 }: { lines: readonly DraftLine[]; behind?: number },
): { lines: DraftLine[]; problems: Problem[] } {
  const found = lines.map((line, position) =>
    codeFor(inputs, { rate: line.taxRate ?? '0', line: behind + position + 1 }),
  )
  return {
    lines: lines.map((line, position) => {
      const { code } = found[position] ?? {}
      return code === undefined ? line : { ...line, taxCode: code }
    }),
    problems: found.flatMap(({ problem }) => problem ?? []),
  }
}

interface Wanted {
  rate: string
  line: number
}

function codeFor(inputs: DraftInputs, wanted: Wanted): { code?: RemoteReference; problem?: Problem } {
  const { rules, ledger } = inputs.connection
  const isOfRate = ({ rate }: { rate: string }) => Number(rate) === Number(wanted.rate)
  const candidates = ledger?.taxCodes?.filter(isOfRate) ?? []
  const chosen = rules.taxCodes?.find(isOfRate)
  if (chosen !== undefined) {
    const there = candidates.find(({ id }) => id === chosen.code.id)
    return there === undefined
      ? { problem: gone(inputs, { ...wanted, chosen: chosen.code, candidates }) }
      : { code: reference(there) }
  }
  const [only, ...others] = candidates
  if (only === undefined) return { problem: missing(inputs, wanted) }
  return others.length === 0
    ? { code: reference(only) }
    : { problem: severalTaxCodes(inputs, { ...wanted, candidates }) }
}

function reference({ id, name }: PurchaseTaxCode): RemoteReference {
  return { id, name }
}

function missing({ connection }: DraftInputs, { rate, line }: Wanted): Problem {
  return heldProblem(
    'no-such-tax-rate',
    `Line ${line} is taxed ${rate} %, and ${connection.name} has no tax code of that rate for purchases: add it in ${connection.providerLabel} and press Check now under Connections, or correct the tax on the form.`,
    { cure: 'check-connection', params: { line, rate, connectionId: connection.id } },
  )
}

function gone(
  { connection }: DraftInputs,
  of: Wanted & { chosen: RemoteReference; candidates: readonly PurchaseTaxCode[] },
): Problem {
  const { rate, line, chosen, candidates } = of
  const cure =
    candidates.length === 0
      ? `make it active in ${connection.providerLabel} and press Check now under Connections`
      : `choose another one (${named(candidates)}), or make it active in ${connection.providerLabel} and press Check now`
  return heldProblem(
    'tax-code-gone',
    `Line ${line} is taxed ${rate} %, and the tax code "${chosen.name ?? chosen.id}" that was chosen for it is not in use in ${connection.name} any more: ${cure}.`,
    {
      cure: candidates.length === 0 ? 'check-connection' : 'choose-tax-code',
      params: { line, rate, connectionId: connection.id },
    },
  )
}

function named(codes: readonly PurchaseTaxCode[]): string {
  return codes.map(({ name }) => name).join(', ')
}
