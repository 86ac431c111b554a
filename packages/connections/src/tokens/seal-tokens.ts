import type { ConnectionTokens, StoredTokens } from '@fieldledger/accounting'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { SealedSecret, SecretRecord } from '../records/secret-record.ts'
import { type SignInPlace, signInOf } from '../records/sign-in-of.ts'
import { open, type SealPlace, SecretUnreadable, seal } from '../vault/envelope.ts'
import type { MasterKeys } from '../vault/master-keys.ts'

const KeptTokens = Type.Object({ accessToken: Type.String(), refreshToken: Type.String() })

interface At {
  keys: MasterKeys
  connection: SignInPlace
}

export function sealTokens(
  tokens: ConnectionTokens,
  at: At & { now: Date },
): { sealed: SealedSecret; accessExpiresAt: Date; refreshExpiresAt: Date } {
  const { accessToken, refreshToken } = tokens
  return {
    sealed: seal(JSON.stringify({ accessToken, refreshToken }), { keys: at.keys, place: placeOf(at) }),
    accessExpiresAt: new Date(at.now.getTime() + tokens.accessExpiresIn * 1000),
    refreshExpiresAt: new Date(at.now.getTime() + tokens.refreshExpiresIn * 1000),
  }
}

export function openTokens(record: SecretRecord, at: At): StoredTokens {
  const kept: unknown = JSON.parse(open(record.sealed, { keys: at.keys, place: placeOf(at) }))
  if (!Value.Check(KeptTokens, kept)) throw new SecretUnreadable()
  return { ...kept, accessExpiresAt: record.accessExpiresAt, version: record.version }
}

function placeOf({ connection }: At): SealPlace {
  return {
    companyId: connection.companyId,
    connectionId: signInOf(connection),
    provider: connection.provider,
  }
}
