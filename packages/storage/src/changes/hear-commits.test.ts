import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import type { Database } from '../scope/connect-database.ts'
import { hearCommits } from './hear-commits.ts'
import type { News } from './news.ts'

/** The driver's own events, of commands that a server was asked and perhaps never answered. */
function stage() {
  const client = new EventEmitter()
  const database = { connection: { name: 'ours', getClient: () => client } } as unknown as Database
  const told: News['records'][] = []
  hearCommits(database, ({ records }) => told.push(records))
  let requestId = 0
  const ask = (command: Record<string, unknown>, outcome: 'commandSucceeded' | 'commandFailed') => {
    const [commandName] = Object.keys(command)
    requestId += 1
    client.emit('commandStarted', { requestId, databaseName: 'ours', commandName, command })
    client.emit(outcome, { requestId, reply: { n: 1 } })
  }
  return { told, ask }
}

const within = { lsid: { id: 'session' }, autocommit: false }

test('a commit of unknown outcome is told, and once more when it is repeated with success', () => {
  const { told, ask } = stage()
  ask({ insert: 'users', ...within, startTransaction: true }, 'commandSucceeded')
  expect(told).toEqual([])
  ask({ commitTransaction: 1, ...within }, 'commandFailed')
  expect(told).toEqual([['users']])
  ask({ commitTransaction: 1, ...within }, 'commandSucceeded')
  expect(told).toEqual([['users'], ['users']])
  ask({ commitTransaction: 1, ...within }, 'commandSucceeded')
  expect(told).toHaveLength(2)
})

test('of a transaction that was begun anew what it wrote before is not told', () => {
  const { told, ask } = stage()
  ask({ insert: 'users', ...within, startTransaction: true }, 'commandSucceeded')
  // The line was cut: no abort was ever sent.
  ask({ insert: 'forms', ...within, startTransaction: true }, 'commandSucceeded')
  ask({ commitTransaction: 1, ...within }, 'commandSucceeded')
  expect(told).toEqual([['forms']])
})

test('a write of unknown outcome is told, and not one that failed within a transaction', () => {
  const { told, ask } = stage()
  ask({ delete: 'sessions' }, 'commandFailed')
  ask({ insert: 'users', ...within, startTransaction: true }, 'commandFailed')
  ask({ commitTransaction: 1, ...within }, 'commandSucceeded')
  expect(told).toEqual([['sessions']])
})
