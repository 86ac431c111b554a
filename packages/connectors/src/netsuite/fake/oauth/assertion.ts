import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { isObject, type JsonObject, textOf } from '../../../fake-service/json.ts'
import type { CertificateMade } from '../books/record.ts'
import { scopeError, scopesOf } from './scopes.ts'

export type AssertionVerdict =
  | { kind: 'good'; client: string; realm: string; scope: string }
  | { kind: 'refused'; error: 'invalid_request' | 'invalid_client' | 'invalid_grant' | 'invalid_scope' }

interface Sent {
  assertion: string
  /** By the id of a certificate. */
  certificate: (id: string) => CertificateMade | undefined
  isKnownClient: (id: string) => boolean
  /** The addresses of the token endpoint that was called. */
  audiences: readonly string[]
  now: number
}

const hashes: Readonly<Record<string, string>> = {
  PS256: 'sha256',
  PS384: 'sha384',
  PS512: 'sha512',
  ES256: 'sha256',
  ES384: 'sha384',
  ES512: 'sha512',
}
const longestSeconds = 3600
/** How far clocks may differ. */
const leewaySeconds = 60

/** Who signed is judged first (`invalid_client`), then whether it is for here and now (`invalid_grant`). */
export function judgeAssertion(sent: Sent): AssertionVerdict {
  const [first = '', second = '', third = ''] = sent.assertion.split('.')
  const header = decoded(first)
  const claims = decoded(second)
  if (!header || !claims || third === '') return { kind: 'refused', error: 'invalid_request' }
  const certificate = sent.certificate(textOf(header.kid) ?? '')
  const client = textOf(claims.iss) ?? ''
  const algorithm = textOf(header.alg) ?? ''
  const signature = { algorithm, text: `${first}.${second}`, bytes: Buffer.from(third, 'base64url') }
  const isSigned =
    certificate?.client === client &&
    sent.isKnownClient(client) &&
    isSignedBy(createPublicKey(certificate.publicKey), signature)
  if (!certificate || !isSigned) return { kind: 'refused', error: 'invalid_client' }
  if (!isForHereAndNow(claims, sent)) return { kind: 'refused', error: 'invalid_grant' }
  const scopes = Array.isArray(claims.scope) ? claims.scope.map(String) : scopesOf(textOf(claims.scope) ?? '')
  const scope = scopes.join(' ')
  if (scopeError(scope) !== undefined) return { kind: 'refused', error: 'invalid_scope' }
  return { kind: 'good', client, realm: certificate.realm, scope }
}

function isForHereAndNow({ aud, iat, exp }: JsonObject, { audiences, now }: Sent): boolean {
  if (typeof iat !== 'number' || typeof exp !== 'number') return false
  const seconds = now / 1000
  const isMeant = [aud].flat().some((each) => typeof each === 'string' && audiences.includes(each))
  return isMeant && exp > seconds && iat <= seconds + leewaySeconds && exp - iat <= longestSeconds
}

interface Signature {
  algorithm: string
  text: string
  bytes: Buffer
}

function isSignedBy(key: KeyObject, { algorithm, text, bytes }: Signature): boolean {
  const hash = hashes[algorithm]
  const isElliptic = algorithm.startsWith('ES')
  if (hash === undefined || key.asymmetricKeyType !== (isElliptic ? 'ec' : 'rsa')) return false
  const how = isElliptic
    ? ({ key, dsaEncoding: 'ieee-p1363' } as const)
    : { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
  return verify(hash, Buffer.from(text), how, bytes)
}

function decoded(part: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
