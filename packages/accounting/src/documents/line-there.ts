import type { DocumentCapability } from '../connector/capabilities.ts'
import type { DocumentLine } from './ledger-document.ts'

type Line = Pick<DocumentLine, 'kind' | 'description' | 'quantity' | 'unit'> & { unitPrice?: string }

/** A line as that ledger will show it: what it has no field for stands in the description, and the preview says so. */
export function lineThere(
  line: Line,
  can: Pick<DocumentCapability, 'expenseLines'> | undefined,
): { description: string; quantity?: string; unitPrice?: string } {
  const { kind, description, quantity, unit, unitPrice } = line
  const asIs = { description, quantity, ...(unitPrice === undefined ? {} : { unitPrice }) }
  if (kind === 'item') return asIs
  switch (can?.expenseLines) {
    case 'amounts':
      return { description: toldInWords(line) }
    case 'without-unit':
      return unit === undefined ? asIs : { ...asIs, description: `${description} (${quantity} ${unit})` }
    default:
      return asIs
  }
}

/** "Washed sand (2.5 t × 41.1)" */
export function toldInWords({ description, quantity, unit, unitPrice }: Omit<Line, 'kind'>): string {
  if (quantity === '1' && unit === undefined) return description
  const calculation = `${[quantity, unit].filter(Boolean).join(' ')} × ${unitPrice ?? ''}`
  return description === '' ? calculation : `${description} (${calculation})`
}
