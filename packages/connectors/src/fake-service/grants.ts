/** Tokens and codes are kept as SHA-256 only. */
export type GrantRecord =
  | {
      type: 'code'
      code: string
      client: string
      redirectUri: string
      scope: string
      realm: string
      /** Of a proof key (RFC 7636), where one was sent. */
      challenge?: string
      at: number
    }
  | { type: 'exchanged'; code: string; grant: string; access: string; refresh: string; at: number }
  | { type: 'refreshed'; grant: string; access: string; refresh: string; at: number }
  /** Without a person: a signed assertion brings an access token and nothing to renew it with. */
  | {
      type: 'asserted'
      grant: string
      client: string
      realm: string
      scope: string
      access: string
      at: number
    }
  | { type: 'revoked'; grant: string }
  | { type: 'expired'; realm?: string; at: number }

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

/** In seconds. */
export interface Lifetimes {
  code: number
  access: number
  /** Counted from the last refresh. */
  refresh: number
  /** Counted from consent, however often it was refreshed. */
  hardExpiry: number
}

type IssuedCode = Extract<GrantRecord, { type: 'code' }> & { used: boolean }

/** Who was let in where, one company each. Holds hashes, never the tokens. */
export class Grants {
  readonly lifetimes: Lifetimes
  readonly #codes = new Map<string, IssuedCode>()
  readonly #grants = new Map<string, Grant>()
  readonly #byRefresh = new Map<string, Grant>()
  readonly #byAccess = new Map<string, { grant: Grant; at: number }>()
  #expiries: { realm?: string; at: number }[] = []

  constructor(lifetimes: Lifetimes) {
    this.lifetimes = lifetimes
  }

  /** A code is good once, for a short time, for the same client and redirect address. */
  liveCode(hash: string, sent: { client: string; redirectUri: string; now: number }): IssuedCode | undefined {
    const code = this.#codes.get(hash)
    const isGood =
      code &&
      !code.used &&
      code.client === sent.client &&
      code.redirectUri === sent.redirectUri &&
      sent.now - code.at <= this.lifetimes.code * 1000
    return isGood ? code : undefined
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
    return !token.grant.revoked && !cut && now - token.at < this.lifetimes.access * 1000
  }

  isRefreshLive(grant: Grant, now: number): boolean {
    return (
      !grant.revoked &&
      now - grant.refreshedAt < this.lifetimes.refresh * 1000 &&
      now - grant.at < this.lifetimes.hardExpiry * 1000
    )
  }

  apply(record: GrantRecord): void {
    if (record.type === 'code') this.#codes.set(record.code, { ...record, used: false })
    else if (record.type === 'exchanged') this.#exchange(record)
    else if (record.type === 'asserted')
      this.#grant({ ...record, id: record.grant, refresh: '' }, record.access)
    else if (record.type === 'refreshed') this.#refresh(record)
    else if (record.type === 'revoked') this.#revoke(record.grant)
    else this.#expiries = [...this.#expiries, record]
  }

  #exchange(record: Extract<GrantRecord, { type: 'exchanged' }>): void {
    const code = this.#codes.get(record.code)
    if (!code) return
    code.used = true
    const { client, realm, scope } = code
    this.#grant(
      { id: record.grant, client, realm, scope, at: record.at, refresh: record.refresh },
      record.access,
    )
  }

  #grant(given: Omit<Grant, 'revoked' | 'refreshedAt' | 'superseded'>, access: string): void {
    const { id, client, realm, scope, at, refresh } = given
    const grant: Grant = {
      id,
      client,
      realm,
      scope,
      at,
      refresh,
      refreshedAt: at,
      revoked: false,
      superseded: new Set(),
    }
    this.#grants.set(id, grant)
    if (refresh !== '') this.#byRefresh.set(refresh, grant)
    this.#byAccess.set(access, { grant, at })
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
