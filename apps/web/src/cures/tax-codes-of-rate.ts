import type { PurchaseTaxCode, RemoteReference } from '@fieldledger/accounting'
import type { ConnectionSummary, MappingRules } from '@fieldledger/workflow'

/** The codes of this height that the ledger company has for what is bought. */
export function taxCodesOfRate(
  { ledger }: Pick<ConnectionSummary, 'ledger'>,
  rate: string,
): PurchaseTaxCode[] {
  return ledger?.taxCodes?.filter((code) => Number(code.rate) === Number(rate)) ?? []
}

/** The rules with this code for the rate; none = the rate has no choice of its own any more. */
export function rulesWithTaxCode(
  { taxCodes = [], ...rest }: MappingRules,
  { rate, code }: { rate: string; code: RemoteReference | undefined },
): MappingRules {
  const others = taxCodes.filter((one) => Number(one.rate) !== Number(rate))
  const next = code === undefined ? others : [...others, { rate, code }]
  return next.length === 0 ? rest : { ...rest, taxCodes: next }
}
