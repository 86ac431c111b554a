import type { Page } from '@fieldledger/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { type RemoteRow, remoteRow } from './remote-row.ts'

export type RemoteList = 'vendors' | 'items' | 'accounts' | 'classes' | 'customers'

/** What stands in the ledger now; asked there, not in a copy. */
export function useRemoteSearch(options: {
  connectionId: string
  list: RemoteList
  text: string
  enabled?: boolean
}) {
  const { connectionId, list, text } = options
  return useQuery({
    queryKey: ['connections', connectionId, 'remote', list, text],
    queryFn: async ({ signal }): Promise<RemoteRow[]> => {
      const path = `/connections/${connectionId}/remote/${list}?q=${encodeURIComponent(text)}`
      const answer = await api.get<Page<Parameters<typeof remoteRow>[0]>>(path, signal)
      return answer.rows.map(remoteRow)
    },
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
  })
}
