import type { ConnectionView, Page } from '@fieldledger/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'

export function useConnections(options: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: ['connections'],
    queryFn: async ({ signal }) => (await api.get<Page<ConnectionView>>('/connections', signal)).rows,
    enabled: options.enabled ?? true,
  })
}

export function useConnection(connectionId: string) {
  return useQuery({
    queryKey: ['connections', connectionId],
    queryFn: ({ signal }) => api.get<ConnectionView>(`/connections/${connectionId}`, signal),
  })
}
