import { useQuery } from '@tanstack/react-query'
import { loadValidator } from './load-validator.ts'

/** The validator of one form version; it never changes, so it is kept. */
export function useValidator(formId: string, version: number) {
  const loaded = useQuery({
    queryKey: ['validator', formId, version],
    queryFn: async () => ({ validate: await loadValidator(formId, version) }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return loaded.data?.validate
}
