import type { LedgerFeeds } from '@fieldledger/catalogue'
import { claimFeed } from '../engine/feeds-due.ts'
import type { Database } from '../scope/connect-database.ts'
import { defineConnectionModels } from './connection-models.ts'

export function createLedgerFeeds(database: Database): LedgerFeeds {
  const { connections } = defineConnectionModels(database.connection)
  return {
    claim: (providers) => claimFeed(connections, providers),
    async heard({ companyId }, { connectionId, since, heardAt, rest, dueAt }) {
      const isDone = rest === 'none'
      const told = Object.entries({ since, heardAt, dueAt, rest: isDone ? undefined : rest })
      const set = Object.fromEntries(
        told.flatMap(([name, value]) => (value === undefined ? [] : [[`feed.${name}`, value]])),
      )
      await connections.updateOne(
        { companyId, _id: connectionId },
        { $set: set, ...(isDone ? { $unset: { 'feed.rest': 1 } } : {}) },
      )
    },
    async knock({ companyId }, connectionId) {
      await connections.updateOne(
        { companyId, _id: connectionId, state: 'active' },
        { $currentDate: { 'feed.dueAt': true } },
      )
    },
  }
}
