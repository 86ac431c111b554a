import type { GrantRecord } from '../books/record.ts'

export const accessTokenSeconds = 3600
export const refreshTokenSeconds = 8_726_400
export const codeSeconds = 600
export const hardExpirySeconds = 5 * 365 * 86_400

export interface Grant {
  id: string
  client: string
  realm: string
  scope: string
  at: number
  revoked: boolean
  refresh: string
  refreshedAt: number
  /** Refresh tokens of this family that were replaced. */
  superseded: Set<string>
}

type IssuedCode = Extract<GrantRecord, { type: 'code' }> & { used: boolean }

/** Who was let in where. Holds hashes, never the tokens. */
export class Grants {
  readonly #codes = new Map<string, IssuedCode>()
  readonly #grants = new Map<string, Grant>()
  readonly #byRefresh = new Map<string, Grant>()
  readonly #byAccess = new Map<string, { grant: Grant; at: number }>()
  #expiries: { realm?: string; at: number }[] = []

  code(hash: string): IssuedCode | undefined {
    return this.#codes.get(hash)
  }

  /** The grant that a refresh token belongs to, present or superseded. */
  byRefresh(hash: string): Grant | undefined {
    return this.#byRefresh.get(hash)
  }

  byAccess(hash: string): { grant: Grant; at: number } | undefined {
    return this.#byAccess.get(hash)
  }

  ofRealm(realm: string): Grant[] {
    return [...this.#grants.values()].filter((grant) => grant.realm === realm && !grant.revoked)
  }

  isAccessLive(token: { grant: Grant; at: number }, now: number): boolean {
    const cut = this.#expiries.some(
      ({ realm, at }) => token.at <= at && (realm === undefined || realm === token.grant.realm),
    )
    return !token.grant.revoked && !cut && now - token.at < accessTokenSeconds * 1000
  }

  isRefreshLive(grant: Grant, now: number): boolean {
    return (
      !grant.revoked &&
      now - grant.refreshedAt < refreshTokenSeconds * 1000 &&
      now - grant.at < hardExpirySeconds * 1000
    )
  }

  apply(record: GrantRecord): void {
    if (record.type === 'code') this.#codes.set(record.code, { ...record, used: false })
    else if (record.type === 'exchanged') this.#exchange(record)
    else if (record.type === 'refreshed') this.#refresh(record)
    else if (record.type === 'revoked') this.#revoke(record.grant)
    else this.#expiries = [...this.#expiries, record]
  }

  #exchange(record: Extract<GrantRecord, { type: 'exchanged' }>): void {
    const code = this.#codes.get(record.code)
    if (!code) return
    code.used = true
    const grant: Grant = {
      id: record.grant,
      client: code.client,
      realm: code.realm,
      scope: code.scope,
      at: record.at,
      revoked: false,
      refresh: record.refresh,
      refreshedAt: record.at,
      superseded: new Set(),
    }
    this.#grants.set(grant.id, grant)
    this.#byRefresh.set(record.refresh, grant)
    this.#byAccess.set(record.access, { grant, at: record.at })
  }

  #refresh(record: Extract<GrantRecord, { type: 'refreshed' }>): void {
    const grant = this.#grants.get(record.grant)
    if (!grant) return
    if (record.refresh !== grant.refresh) grant.superseded.add(grant.refresh)
    grant.refresh = record.refresh
    grant.refreshedAt = record.at
    this.#byRefresh.set(record.refresh, grant)
    this.#byAccess.set(record.access, { grant, at: record.at })
  }

  #revoke(id: string): void {
    const grant = this.#grants.get(id)
    if (grant) grant.revoked = true
  }
}
