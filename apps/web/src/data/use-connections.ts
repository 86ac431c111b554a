import type { Page } from '@fieldledger/contract'
import type { ConnectionSummary } from '@fieldledger/workflow'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'

export function useConnections(options: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: ['connections'],
    queryFn: async ({ signal }) => (await api.get<Page<ConnectionSummary>>('/connections', signal)).rows,
    enabled: options.enabled ?? true,
  })
}
