import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Database } from '../scope/connect-database.ts'
import type { News } from './news.ts'
import { createBellRinger } from './ring-bells.ts'

/** A database that takes bells, and refuses the first few. */
function stage({ refused = 0 } = {}) {
  const rung: string[][] = []
  let left = refused
  const bells = {
    insertOne: async ({ outbox }: News) => {
      left -= 1
      if (left >= 0) throw new RangeError('refused')
      rung.push(outbox.flatMap(({ hints }) => hints.map(({ id = '' }) => id)))
    },
  }
  const db = {
    createCollection: async () => undefined,
    listCollections: () => ({ toArray: async () => [{ options: { capped: true } }] }),
    collection: () => bells,
  }
  const ringer = createBellRinger({ database: { connection: { db } } as unknown as Database, from: 'here' })
  const ring = (...ids: string[]) => {
    const hints = ids.map((id) => ({ topic: 'submissions' as const, id }))
    ringer.ring({ outbox: [{ companyId: 'c1', work: false, hints }], records: [] })
  }
  return { rung, ring, ringer }
}

const many = Array.from({ length: 50 }, (_, number) => `s${number}`)

test('the first bell is rung at once; after one that told of much the next waits a moment for more', async () => {
  const { rung, ring, ringer } = stage()
  ring(...many)
  await nextTurn()
  expect(rung).toEqual([many])
  ring('one')
  await nextTurn()
  ring('two')
  await ringer.close()
  expect(rung).toEqual([many, ['one', 'two']])
})

test('a bell that was refused is rung again, with what came meanwhile', async () => {
  const { rung, ring, ringer } = stage({ refused: 1 })
  ring('one')
  await nextTurn()
  ring('two')
  await ringer.close()
  expect(rung).toEqual([['one', 'two']])
})

test('a process that ends does not wait for a database that is away', async () => {
  const { rung, ring, ringer } = stage({ refused: 1000 })
  ring('one')
  await ringer.close()
  expect(rung).toEqual([])
})
