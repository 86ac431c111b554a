import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { SealedSecret } from '../records/secret-record.ts'
import { type MasterKeys, masterKey } from './master-keys.ts'

const algorithm = 'aes-256-gcm'

/** Where a secret belongs. It is authenticated with the ciphertext: moved to another place, it does not open. */
export interface SealPlace {
  companyId: string
  connectionId: string
  provider: string
}

export class SecretUnreadable extends Error {
  readonly code = 'secret-unreadable'
  readonly retryable = false
  constructor() {
    super('The stored sign-in of this connection cannot be read: disconnect it and connect again.')
    this.name = 'SecretUnreadable'
  }
}

/** Envelope encryption: a data key of its own for each secret, wrapped by the current master key. */
export function seal(secret: string, at: { keys: MasterKeys; place: SealPlace }): SealedSecret {
  const dataKey = randomBytes(32)
  const wrapped = encrypt(dataKey, { key: at.keys.current.key, place: at.place })
  const body = encrypt(Buffer.from(secret, 'utf8'), { key: dataKey, place: at.place })
  return {
    keyId: at.keys.current.id,
    wrappedKey: wrapped.ciphertext,
    wrapIv: wrapped.iv,
    wrapTag: wrapped.tag,
    ...body,
  }
}

export function open(sealed: SealedSecret, at: { keys: MasterKeys; place: SealPlace }): string {
  const key = masterKey(at.keys, sealed.keyId)
  const wrapped = { ciphertext: sealed.wrappedKey, iv: sealed.wrapIv, tag: sealed.wrapTag }
  const dataKey = decrypt(wrapped, { key, place: at.place })
  return decrypt(sealed, { key: dataKey, place: at.place }).toString('utf8')
}

type Encrypted = Pick<SealedSecret, 'ciphertext' | 'iv' | 'tag'>
type KeyAtPlace = { key: Uint8Array; place: SealPlace }

function encrypt(plain: Uint8Array, { key, place }: KeyAtPlace): Encrypted {
  const iv = randomBytes(12)
  const cipher = createCipheriv(algorithm, key, iv)
  cipher.setAAD(additionalData(place))
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64')
  return { ciphertext, iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64') }
}

function decrypt(encrypted: Encrypted, { key, place }: KeyAtPlace): Buffer {
  try {
    const decipher = createDecipheriv(algorithm, key, Buffer.from(encrypted.iv, 'base64'), {
      authTagLength: 16,
    })
    decipher.setAAD(additionalData(place))
    decipher.setAuthTag(Buffer.from(encrypted.tag, 'base64'))
    return Buffer.concat([decipher.update(Buffer.from(encrypted.ciphertext, 'base64')), decipher.final()])
  } catch {
    throw new SecretUnreadable()
  }
}

function additionalData({ companyId, connectionId, provider }: SealPlace): Buffer {
  return Buffer.from(`${companyId}|${connectionId}|${provider}`, 'utf8')
}
