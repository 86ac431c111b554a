import type { ConflictView, Page } from '@fieldledger/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'

/** Suppliers and items that were changed on both sides. */
export function useConflicts(options: { enabled: boolean } = { enabled: true }) {
  return useQuery({
    queryKey: ['catalogue', 'conflicts'],
    queryFn: ({ signal }) => api.get<Page<ConflictView>>('/conflicts', signal),
    ...options,
  })
}
