import { priceFromMoney } from '@fieldledger/accounting'
import type { DraftLine } from './document-draft.ts'
import type { DraftInputs } from './draft-inputs.ts'

type Drafted = Omit<DraftLine, 'kind'>

/**
 * A service is ordered by its amount: one times the net amount of the line (G-15). How the amount came about and the
 * period of the service are told in words.
 */
export function asOneAmount(line: Drafted, inputs: DraftInputs): Drafted {
  const { amount, materialId: _item, unit: _unit, ...rest } = line
  if (amount === undefined) return line
  const period = servicePeriod(inputs)
  const told = [`${line.description}${calculation(line)}`.trim(), period].filter(Boolean).join(', ')
  return { ...rest, description: told, quantity: '1', unitPrice: priceFromMoney(amount), amount }
}

function calculation({ quantity, unit, unitPrice }: Drafted): string {
  if (quantity === '1' && unit === undefined) return ''
  return ` (${[quantity, unit].filter(Boolean).join(' ')} × ${unitPrice})`
}

function servicePeriod({ submission, request }: DraftInputs): string {
  const day = (source: string | undefined) => {
    const value = source === undefined ? undefined : submission.values[source]
    return typeof value === 'string' ? value : ''
  }
  const [from, until] = [day(request.mapping.serviceFrom), day(request.mapping.serviceTo)]
  if (from !== '' && until !== '') return `${from} to ${until}`
  if (from !== '') return `from ${from}`
  return until === '' ? '' : `until ${until}`
}
