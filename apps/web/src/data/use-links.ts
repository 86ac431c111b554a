import type { SubmissionLinks } from '@fieldledger/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'

/** What a form was made from, what was made from it, and what can be. */
export function useLinks(submissionId: string | undefined) {
  return useQuery({
    queryKey: ['submissions', submissionId, 'links'],
    queryFn: ({ signal }) => api.get<SubmissionLinks>(`/submissions/${submissionId}/links`, signal),
    enabled: submissionId !== undefined,
  })
}
