import type { FailedMailView, Page } from '@fieldledger/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { useMay } from '../session/me-context.ts'

/** E-mails that were given up; none for whoever does not look after the company. */
export function useFailedMails(): FailedMailView[] {
  const enabled = useMay('people.manage')
  const failed = useQuery({
    queryKey: ['attention', 'mails'],
    queryFn: ({ signal }) => api.get<Page<FailedMailView>>('/failed-mails', signal),
    enabled,
  })
  return failed.data?.rows ?? []
}
