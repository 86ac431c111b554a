/** The keys that wrap data keys. New secrets take `current`; the others stay readable until they are rotated away. */
export interface MasterKeys {
  current: { id: string; key: Uint8Array }
  all: ReadonlyMap<string, Uint8Array>
}

export class MasterKeyUnknown extends Error {
  readonly code = 'master-key-unknown'
  readonly retryable = false
  constructor(keyId: string) {
    super(
      `A secret is sealed with the master key "${keyId}", which FIELDLEDGER_MASTER_KEYS does not hold: put it back.`,
    )
    this.name = 'MasterKeyUnknown'
  }
}

export function masterKey(keys: MasterKeys, id: string): Uint8Array {
  const key = keys.all.get(id)
  if (key === undefined) throw new MasterKeyUnknown(id)
  return key
}
