import type { SubmissionView } from '@fieldledger/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'

export function useSubmission(submissionId: string) {
  return useQuery({
    queryKey: ['submissions', submissionId],
    queryFn: ({ signal }) => api.get<SubmissionView>(`/submissions/${submissionId}`, signal),
  })
}
