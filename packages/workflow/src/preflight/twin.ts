import type { Money } from '@fieldledger/accounting'

/** Another form that may be the same paper, and why it is thought so. */
export interface Twin {
  submissionId: string
  number: string
  /** number = the same vendor and the same number of the paper; amount = the same vendor, total and about the same day. */
  why: 'number' | 'amount'
}

/** What of a form tells whether two are one paper. */
export interface PaperFacts {
  submissionId: string
  number: string
  vendorId: string
  /** The number that the vendor gave it. */
  vendorNumber?: string
  total: Money
  /** YYYY-MM-DD */
  date: string
}

/** Days between two papers of one vendor and one total that are still taken for one. */
export const usualTwinDays = 7

/** Pure: which of the others is the same paper as this one. The surest first. */
export function findTwins(
  paper: PaperFacts,
  of: { others: readonly PaperFacts[]; withinDays: number },
): Twin[] {
  const twins = of.others.flatMap((other): Twin[] => {
    if (other.submissionId === paper.submissionId || other.vendorId !== paper.vendorId) return []
    const { submissionId, number } = other
    if (sameNumber(paper.vendorNumber, other.vendorNumber)) return [{ submissionId, number, why: 'number' }]
    if (paper.vendorNumber !== undefined && other.vendorNumber !== undefined) return []
    const isSameAmount =
      other.total.minor === paper.total.minor && other.total.currency === paper.total.currency
    return isSameAmount && paper.total.minor !== 0 && daysBetween(paper.date, other.date) <= of.withinDays
      ? [{ submissionId, number, why: 'amount' }]
      : []
  })
  return twins.sort((left, right) => Number(left.why === 'amount') - Number(right.why === 'amount'))
}

/** "INV-00 12/A" and "inv0012a" are one number: people and scanners write them as they like. */
export function normalisedNumber(number: string): string {
  return number
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replace(/^([^0-9]*)0+(?=[0-9])/u, '$1')
}

function sameNumber(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return false
  const [one, other] = [normalisedNumber(left), normalisedNumber(right)]
  return one !== '' && one === other
}

const dayMs = 86_400_000

function daysBetween(left: string, right: string): number {
  return Math.abs(Date.parse(`${left}T00:00:00Z`) - Date.parse(`${right}T00:00:00Z`)) / dayMs
}
