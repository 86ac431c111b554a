import type { LedgerPreflight, Page, UnsentForm } from '@fieldledger/contract'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'

/** Asked in the pauses of typing only. */
const pauseMs = 1_200

/** What would stop a form that is being filled in; nothing while there is no connection, since nobody waits for it. */
export function useForeseen(formId: string, request: UnsentForm | undefined): readonly LedgerPreflight[] {
  const [asked] = useDebouncedValue(request === undefined ? '' : JSON.stringify(request), pauseMs)
  const { data } = useQuery({
    queryKey: ['foreseen', formId, asked],
    queryFn: () => api.post<Page<LedgerPreflight>>(`/forms/${formId}/preflight`, JSON.parse(asked)),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
  return request === undefined ? [] : (data?.rows ?? [])
}
