import type { Clock } from '@fieldledger/accounting'
import { createTokenVault, signInOf, type TokenVault } from '@fieldledger/connections'
import { failpoint } from '@fieldledger/runtime'
import { companyScope } from '@fieldledger/workflow'
import { createConnectionRepository } from '../connections/connection-repository.ts'
import { createRuntimeStores } from '../runtime/runtime-stores.ts'
import type { Database } from '../scope/connect-database.ts'
import type { MasterKey } from '../settings/settings.ts'
import { createSecrets } from './secrets.ts'
import { toMasterKeys } from './to-master-keys.ts'

/** The TokenStore of every process: tokens sealed by the settings' master keys, the first of which seals anew. */
export function createDatabaseTokenVault(parts: {
  database: Database
  masterKeys: readonly MasterKey[]
  clock: Clock
}): TokenVault {
  const connections = createConnectionRepository(parts.database)
  const stores = createRuntimeStores(parts.database)
  return createTokenVault({
    secrets: createSecrets(parts.database),
    keys: toMasterKeys(parts.masterKeys),
    clock: parts.clock,
    passing: failpoint,
    async needsReconnect(target) {
      const scope = companyScope(target.companyId)
      const all = await connections.list(scope)
      const opened = all.filter((each) => each.state === 'active' && signInOf(each) === signInOf(target))
      for (const { id } of opened) {
        await connections.update(scope, { id, change: { state: 'needs-reconnect' } })
        await stores.of(scope).outbox.post({ work: false, hints: [{ topic: 'connections', id }] })
      }
    },
  })
}
