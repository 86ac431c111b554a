import type { HealthSignal, Page } from '@fieldledger/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'

/** What is about to break in a connection, or broke: what broke first. undefined = not known yet. */
export function useHealthSignals(
  connectionId: string,
  options = { enabled: true },
): HealthSignal[] | undefined {
  const signals = useQuery({
    queryKey: ['connections', connectionId, 'signals'],
    queryFn: ({ signal }) => api.get<Page<HealthSignal>>(`/connections/${connectionId}/signals`, signal),
    ...options,
  })
  return signals.data?.rows.toSorted((one, other) => rank(one) - rank(other))
}

function rank({ severity }: HealthSignal): number {
  return severity === 'error' ? 0 : 1
}
