import type { TaxRate } from '../wire-money.ts'

/** `TaxRate` (reference §2.3): which classes of accounts a rate may stand on. */
const flags = {
  ASSET: 'CanApplyToAssets',
  EQUITY: 'CanApplyToEquity',
  EXPENSE: 'CanApplyToExpenses',
  LIABILITY: 'CanApplyToLiabilities',
  REVENUE: 'CanApplyToRevenue',
} as const

export function isForPurchases({ Status = 'ACTIVE', CanApplyToExpenses }: TaxRate): boolean {
  return Status === 'ACTIVE' && CanApplyToExpenses !== false
}

/** What the service does not say forbids nothing. */
export function mayStandOn(rate: TaxRate, accountClass: string | undefined): boolean {
  const flag = Object.entries(flags).find(([name]) => name === accountClass)?.[1]
  return flag === undefined || rate[flag] !== false
}
