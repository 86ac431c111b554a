import type { CancelForeseen, LedgerState } from '@fieldledger/contract'
import { useQueries } from '@tanstack/react-query'
import { api } from '../../../api/api.ts'

/** A document of the form, and what cancelling does to it there; without that when the ledger could not be asked. */
export interface Fate {
  ledger: LedgerState
  foreseen?: CancelForeseen
}

/** undefined = the ledgers are still being looked at. */
export function useForeseenCancels(ledgers: readonly LedgerState[]): Fate[] | undefined {
  const found = useQueries({
    queries: ledgers.map(({ effectId }) => ({
      queryKey: ['cancel-foreseen', effectId],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get<CancelForeseen>(`/effects/${effectId}/cancel`, signal),
      gcTime: 0,
      retry: false,
    })),
  })
  if (found.some(({ isPending }) => isPending)) return undefined
  return ledgers.map((ledger, position) => {
    const foreseen = found[position]?.data
    return { ledger, ...(foreseen === undefined ? {} : { foreseen }) }
  })
}

/** Whether cancelling still has something to do there. */
export function isRemovable({ foreseen }: Fate): boolean {
  return foreseen === undefined || ['closed', 'deleted', 'voided'].includes(foreseen.becomes)
}

/** As sentences call it. */
export function documentOf({ ledger, foreseen }: Fate): string {
  return [ledger.documentLabel, foreseen?.number ?? ledger.number].filter(Boolean).join(' ')
}
