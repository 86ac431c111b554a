import type { LedgerFeeds } from '@fieldledger/catalogue'
import { claimFeed } from '../engine/feeds-due.ts'
import type { Database } from '../scope/connect-database.ts'
import { defineConnectionModels } from './connection-models.ts'

export function createLedgerFeeds(database: Database): LedgerFeeds {
  const { connections } = defineConnectionModels(database.connection)
  return {
    claim: (providers) => claimFeed(connections, providers),
    async heard({ companyId }, { connectionId, since, heardAt, dueAt }) {
      const told = Object.entries({ since, heardAt }).filter(([, value]) => value !== undefined)
      const set = Object.fromEntries(told.map(([name, value]) => [`feed.${name}`, value]))
      await connections.updateOne({ companyId, _id: connectionId }, { $set: { ...set, 'feed.dueAt': dueAt } })
    },
    async knock({ companyId }, connectionId) {
      await connections.updateOne(
        { companyId, _id: connectionId, state: 'active' },
        { $currentDate: { 'feed.dueAt': true } },
      )
    },
  }
}
