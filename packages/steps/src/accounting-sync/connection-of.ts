import type { ConnectionSummary } from '@fieldledger/workflow'
import type { AccountingSyncConfig } from './definition.ts'

/** The connection that the step means: the chosen one, else the only active one of its provider. */
export function connectionOf(
  config: Pick<AccountingSyncConfig, 'provider' | 'connectionId'>,
  connections: readonly ConnectionSummary[],
): ConnectionSummary | undefined {
  const active = connections.filter(
    ({ provider, state }) => provider === config.provider && state === 'active',
  )
  if (config.connectionId !== undefined) return active.find(({ id }) => id === config.connectionId)
  return active.length === 1 ? active[0] : undefined
}
