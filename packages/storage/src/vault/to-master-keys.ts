import type { MasterKeys } from '@fieldledger/connections'
import type { MasterKey } from '../settings/settings.ts'

export class NoMasterKey extends Error {
  readonly code = 'no-master-key'
  readonly retryable = false
  constructor() {
    super('FIELDLEDGER_MASTER_KEYS holds no key: set it, or start everything by npm start.')
    this.name = 'NoMasterKey'
  }
}

/** The settings' keys as the vault takes them: the first one seals anew. */
export function toMasterKeys(keys: readonly MasterKey[]): MasterKeys {
  const [current] = keys
  if (current === undefined) throw new NoMasterKey()
  return { current, all: new Map(keys.map(({ id, key }) => [id, key])) }
}
