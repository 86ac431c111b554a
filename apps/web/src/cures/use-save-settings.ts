import type { ConnectionSettings } from '@fieldledger/contract'
import { api } from '../api/api.ts'
import { messages } from './messages.ts'
import { useDone } from './use-done.ts'

/** Saves a part of a connection's settings and says so, as `useDone` does. */
export function useSaveSettings({
  id,
}: {
  id: string
}): (change: Partial<ConnectionSettings>, said?: string) => Promise<boolean> {
  const done = useDone()
  return (change, said = messages.saved) => done(() => api.put(`/connections/${id}/settings`, change), said)
}
