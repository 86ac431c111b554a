import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import {
  type Clock,
  type ConnectionTarget,
  type ConnectionTokens,
  LedgerUnavailable,
  ReconnectNeeded,
  type StoredTokens,
} from '@fieldledger/accounting'
import type { TokenVault } from '../ports/connection-ports.ts'
import type { Secrets } from '../ports/secrets.ts'
import { type SignInPlace, signInOf } from '../records/sign-in-of.ts'
import type { MasterKeys } from '../vault/master-keys.ts'
import { openTokens, sealTokens } from './seal-tokens.ts'

const leaseMs = 30_000
const rereadEveryMs = 50
const longestWaitMs = 45_000

export interface TokenVaultParts {
  secrets: Secrets
  keys: MasterKeys
  clock: Clock
  /** The refresh token is no longer good: all connections that it opens wait for a person. */
  needsReconnect(connection: ConnectionTarget): Promise<void>
  /** Called beside each await of a refresh: the fault tests end the process there. */
  passing?(point: RefreshPoint): void
}

export type RefreshPoint =
  | 'refresh.before-lease'
  | 'refresh.after-lease'
  | 'refresh.after-exchange'
  | 'refresh.after-store'

/** The only door to tokens. At most one process at a time exchanges a refresh token; the others re-read. */
export function createTokenVault(parts: TokenVaultParts): TokenVault {
  const { secrets, clock, passing = () => undefined } = parts

  async function read(connection: ConnectionTarget): Promise<StoredTokens> {
    const record = await secrets.find(placeOf(connection))
    if (record === undefined)
      throw new ReconnectNeeded('This connection has no sign-in with the ledger: connect it again.')
    return openTokens(record, { keys: parts.keys, connection })
  }

  async function exchangeUnderLease(
    stored: StoredTokens,
    turn: { connection: ConnectionTarget; holder: string; exchange: Exchange },
  ): Promise<StoredTokens | undefined> {
    const { connection, holder } = turn
    const tokens = await turn.exchange(stored.refreshToken)
    passing('refresh.after-exchange')
    const renewed = await secrets.renew({
      ...placeOf(connection),
      version: stored.version,
      holder,
      ...sealTokens(tokens, { keys: parts.keys, connection, now: clock.now() }),
    })
    passing('refresh.after-store')
    return renewed ? read(connection) : undefined
  }

  async function afterRefusal(
    connection: ConnectionTarget,
    stale: number,
  ): Promise<StoredTokens | undefined> {
    const again = await read(connection)
    if (again.version > stale) return again
    await parts.needsReconnect(connection)
    return undefined
  }

  return {
    read,
    async refresh(connection, { stale, exchange }) {
      const holder = randomUUID()
      passing('refresh.before-lease')
      const until = clock.monotonic() + longestWaitMs
      while (clock.monotonic() < until) {
        const stored = await read(connection)
        if (stored.version > stale.version) return stored
        const place = { ...placeOf(connection), version: stored.version, holder }
        if (!(await secrets.lease({ ...place, forMs: leaseMs }))) {
          await pause(rereadEveryMs)
          continue
        }
        passing('refresh.after-lease')
        try {
          const fresh = await exchangeUnderLease(stored, { connection, holder, exchange })
          if (fresh !== undefined) return fresh
        } catch (error) {
          await secrets.release(place)
          const newer = error instanceof ReconnectNeeded && (await afterRefusal(connection, stored.version))
          if (newer) return newer
          throw error
        }
      }
      throw new LedgerUnavailable('The sign-in with the ledger is being renewed: try again in a minute.')
    },
    async keep(connection, tokens) {
      const sealed = sealTokens(tokens, { keys: parts.keys, connection, now: clock.now() })
      await secrets.replace({ ...placeOf(connection), ...sealed })
    },
    async hold(place, { tokens, until }) {
      const sealed = sealTokens(tokens, { keys: parts.keys, connection: place, now: clock.now() })
      await secrets.replace({ ...placeOf(place), ...sealed, dropAt: until })
    },
    adopt: (place) => secrets.adopt(placeOf(place)),
    forget: (place) => secrets.erase(placeOf(place)),
  }
}

type Exchange = (refreshToken: string) => Promise<ConnectionTokens>

function placeOf(connection: SignInPlace) {
  return { companyId: connection.companyId, connectionId: signInOf(connection) }
}
