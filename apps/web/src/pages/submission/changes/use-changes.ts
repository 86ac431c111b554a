import type { SubmissionChangesView } from '@fieldledger/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../../../api/api.ts'

/** Since `from`, or since the revision that was last decided on. */
export function useChanges(which: { submissionId: string; revision: number; from?: number | undefined }) {
  const { submissionId, revision, from } = which
  return useQuery({
    queryKey: ['submissions', submissionId, 'changes', revision, from],
    queryFn: ({ signal }) =>
      api.get<SubmissionChangesView>(
        `/submissions/${submissionId}/changes${from === undefined ? '' : `?from=${from}`}`,
        signal,
      ),
    placeholderData: keepPreviousData,
  })
}
