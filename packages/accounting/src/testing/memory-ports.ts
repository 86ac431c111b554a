import type { ConnectionTokens } from '../connector/connector.ts'
import type {
  BlobStore,
  Clock,
  Journal,
  JournalEntry,
  RateBudget,
  StoredTokens,
  TokenStore,
} from '../ports/driver-ports.ts'

/** The drivers' ports for tests: they keep everything in memory, to be looked at. */
export interface MemoryPorts {
  journal: Journal
  tokens: TokenStore
  budget: RateBudget
  clock: Clock
  /** Every file is three bytes long. */
  files: Pick<BlobStore, 'get'>
  seen: {
    entries: JournalEntry[]
    refreshes: number
    /** Whose budget each request was taken from. */
    takenFrom: string[]
    /** For how long the budget was closed, each time, and whose. */
    closedForMs: number[]
    closedFor: string[]
  }
}

export function memoryPorts(first: ConnectionTokens): MemoryPorts {
  const seen: MemoryPorts['seen'] = {
    entries: [],
    refreshes: 0,
    takenFrom: [],
    closedForMs: [],
    closedFor: [],
  }
  let stored = storedTokens(first, 1)
  return {
    seen,
    files: { get: async () => new TextEncoder().encode('pdf') },
    clock: { now: () => new Date(), monotonic: () => performance.now() },
    journal: {
      record: async (entry) => {
        seen.entries.push(entry)
      },
    },
    budget: {
      take: async (ledger) => {
        seen.takenFrom.push(ledger)
        return { release: async () => undefined }
      },
      close: async (ledger, forMs) => {
        seen.closedForMs.push(forMs)
        seen.closedFor.push(ledger)
      },
    },
    tokens: {
      read: async () => stored,
      refresh: async (_connection, { stale, exchange }) => {
        if (stale.version < stored.version) return stored
        seen.refreshes += 1
        stored = storedTokens(await exchange(stored.refreshToken), stored.version + 1)
        return stored
      },
    },
  }
}

function storedTokens(tokens: ConnectionTokens, version: number): StoredTokens {
  const { accessToken, refreshToken, accessExpiresIn } = tokens
  return {
    accessToken,
    refreshToken,
    accessExpiresAt: new Date(Date.now() + accessExpiresIn * 1000),
    version,
  }
}
