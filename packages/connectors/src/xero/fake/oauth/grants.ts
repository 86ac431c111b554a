import { createHash } from 'node:crypto'
import type { GrantRecord } from '../books/record.ts'

export const accessTokenSeconds = 1800
const refreshTokenSeconds = 60 * 86_400
/** A refresh token that was replaced is still good for this long. */
const graceSeconds = 1800
const codeSeconds = 300

type Consent = Extract<GrantRecord, { type: 'consent' }>

export interface Grant {
  id: string
  client: string
  scope: string
  at: number
  revoked: boolean
}

export interface Connection {
  id: string
  authEventId: string
  client: string
  tenant: string
  createdAt: number
  updatedAt: number
}

interface RefreshToken {
  grant: Grant
  at: number
  replacedAt?: number
}

/** Who was let in where. Holds hashes, never the tokens. */
export class Grants {
  readonly #codes = new Map<string, { consent: Consent; used: boolean }>()
  readonly #grants = new Map<string, Grant>()
  readonly #refresh = new Map<string, RefreshToken>()
  readonly #access = new Map<string, { grant: Grant; at: number }>()
  readonly #connections = new Map<string, Connection>()
  #expiredUpTo = Number.NEGATIVE_INFINITY

  /** A code is good once, for five minutes. */
  liveCode(hash: string, now: number): Consent | undefined {
    const code = this.#codes.get(hash)
    return code && !code.used && now - code.consent.at <= codeSeconds * 1000 ? code.consent : undefined
  }

  /** The grant of a refresh token that may be used now: the present one, or one replaced a moment ago. */
  refreshable(hash: string, now: number): Grant | undefined {
    const token = this.#refresh.get(hash)
    if (!token || token.grant.revoked || now - token.at >= refreshTokenSeconds * 1000) return undefined
    const isPast = token.replacedAt !== undefined && now - token.replacedAt > graceSeconds * 1000
    return isPast ? undefined : token.grant
  }

  byRefresh(hash: string): Grant | undefined {
    return this.#refresh.get(hash)?.grant
  }

  byAccess(hash: string): { grant: Grant; at: number } | undefined {
    return this.#access.get(hash)
  }

  isAccessLive(token: { grant: Grant; at: number }, now: number): boolean {
    return !token.grant.revoked && token.at > this.#expiredUpTo && now - token.at < accessTokenSeconds * 1000
  }

  connections(client: string): Connection[] {
    return [...this.#connections.values()].filter((connection) => connection.client === client)
  }

  connectionsOf(tenant: string | undefined): Connection[] {
    return [...this.#connections.values()].filter((each) => tenant === undefined || each.tenant === tenant)
  }

  allGrants(): Grant[] {
    return [...this.#grants.values()].filter((grant) => !grant.revoked)
  }

  apply(record: GrantRecord): void {
    if (record.type === 'consent') this.#consent(record)
    else if (record.type === 'exchanged') this.#exchange(record)
    else if (record.type === 'refreshed') this.#renew(record)
    else if (record.type === 'revoked') this.#revoke(record.grant)
    else if (record.type === 'disconnected') this.#connections.delete(record.connection)
    else this.#expiredUpTo = record.at
  }

  #consent(record: Consent): void {
    const { grant: id, client, scope, at } = record
    this.#codes.set(record.code, { consent: record, used: false })
    this.#grants.set(id, { id, client, scope, at, revoked: false })
    for (const tenant of record.tenants) {
      const before = this.connections(client).find((each) => each.tenant === tenant)
      const connection = { id: connectionId(client, tenant), authEventId: id, client, tenant, updatedAt: at }
      this.#connections.set(connection.id, { ...connection, createdAt: before?.createdAt ?? at })
    }
  }

  #exchange({ code, access, refresh, at }: Extract<GrantRecord, { type: 'exchanged' }>): void {
    const found = this.#codes.get(code)
    const grant = this.#grants.get(found?.consent.grant ?? '')
    if (!found || !grant) return
    found.used = true
    this.#access.set(access, { grant, at })
    if (refresh !== undefined) this.#refresh.set(refresh, { grant, at })
  }

  #renew({ used, access, refresh, at }: Extract<GrantRecord, { type: 'refreshed' }>): void {
    const before = this.#refresh.get(used)
    if (!before) return
    before.replacedAt ??= at
    this.#access.set(access, { grant: before.grant, at })
    this.#refresh.set(refresh, { grant: before.grant, at })
  }

  #revoke(id: string): void {
    const grant = this.#grants.get(id)
    if (grant) grant.revoked = true
    for (const connection of this.#connections.values())
      if (connection.authEventId === id) this.#connections.delete(connection.id)
  }
}

/** The same application and organisation keep the id of their connection. */
function connectionId(client: string, tenant: string): string {
  const hex = createHash('sha256').update(`${client} ${tenant}`).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
