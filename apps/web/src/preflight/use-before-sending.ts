import type { LedgerPreflight, Page } from '@fieldledger/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'

/** What would hold a form before its ledgers, looked up there too. */
export function useBeforeSending(submissionId: string, { enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({
    queryKey: ['submissions', submissionId, 'preflight'],
    queryFn: ({ signal }) => api.get<Page<LedgerPreflight>>(`/submissions/${submissionId}/preflight`, signal),
    enabled,
  })
}
