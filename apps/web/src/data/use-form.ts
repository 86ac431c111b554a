import type { FormSummary, FormView } from '@fieldledger/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { fetchAll } from './fetch-all.ts'

export function useForm(formId: string) {
  return useQuery({
    queryKey: ['forms', formId],
    queryFn: ({ signal }) => api.get<FormView>(`/forms/${formId}`, signal),
  })
}

export function useForms() {
  return useQuery({
    queryKey: ['forms'],
    queryFn: ({ signal }) => fetchAll<FormSummary>('/forms', signal),
  })
}
