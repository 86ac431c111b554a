import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useListsOf } from './use-lists-of.ts'

/** Takes lists over from the ledger; pages that show them look again. */
export function useSync<Answer>(take: () => Promise<Answer>): UseMutationResult<Answer, Error, void> {
  return useMutation({ mutationFn: take, onSuccess: useListsOf() })
}
