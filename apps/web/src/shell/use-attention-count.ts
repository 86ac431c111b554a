import type { AttentionGroup, Page } from '@fieldledger/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { useFailedMails } from '../data/use-failed-mails.ts'
import { useMay } from '../session/me-context.ts'

/** How many documents, runs and e-mails need attention; none for whoever cannot look at them. */
export function useAttentionCount(): number {
  const enabled = useMay('sync-log.read')
  const groups = useQuery({
    queryKey: ['attention'],
    queryFn: ({ signal }) => api.get<Page<AttentionGroup>>('/needs-attention', signal),
    enabled,
  })
  const mails = useFailedMails().length
  return groups.data?.rows.reduce((sum, { count }) => sum + count, mails) ?? mails
}
