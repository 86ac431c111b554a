import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'

/** Takes lists over from the ledger; pages that show them look again. */
export function useSync<Answer>(take: () => Promise<Answer>): UseMutationResult<Answer, Error, void> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: take,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['catalogue'] })
      void queries.invalidateQueries({ queryKey: ['connections'] })
    },
  })
}
