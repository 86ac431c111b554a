import { type ConnectionPorts, sayCompared } from '@fieldledger/connections'
import { companyScope } from '@fieldledger/workflow'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineConnectionModels } from '../connections/connection-models.ts'
import { createConnectionRepository } from '../connections/connection-repository.ts'
import { defineFormModels } from '../forms/form-models.ts'
import { createCounters } from '../runtime/counters.ts'
import { defineRuntimeModels } from '../runtime/runtime-models.ts'
import type { Database } from '../scope/connect-database.ts'
import { freshDatabase } from '../testing/fresh-database.ts'
import { markRestored } from './mark-restored.ts'

let database: Database
let drop: () => Promise<void>
beforeAll(async () => {
  const fresh = await freshDatabase()
  database = fresh.database
  drop = fresh.drop
})
afterAll(() => drop())

const scope = companyScope('company-1')

test('a restored database knows since when, and gives no number that it may have given before, for forms without one too', async () => {
  const next = createCounters(defineRuntimeModels(database.connection))
  const { forms } = defineFormModels(database.connection)
  const { connections } = defineConnectionModels(database.connection)
  await forms.collection.insertMany([
    { _id: 'used', companyId: 'company-1' },
    { _id: 'unused', companyId: 'company-1' },
  ] as never[])
  await connections.collection.insertMany([
    { _id: 'there', companyId: 'company-1', ledgerCompanyId: 'books' },
    { _id: 'never-authorised', companyId: 'company-1' },
  ] as never[])
  expect(await next({ scope, formId: 'used' })).toBe(1)
  await markRestored(database)
  expect(await next({ scope, formId: 'used' })).toBe(1002)
  expect(await next({ scope, formId: 'unused' })).toBe(1001)
  const found = await connections.find({ companyId: 'company-1' }).sort({ _id: 1 }).lean()
  expect(found.map(({ _id, restored }) => [_id, restored?.at instanceof Date])).toEqual([
    ['never-authorised', false],
    ['there', true],
  ])
})

test('it ends when a person says that the books were compared, and begins again with the next restore', async () => {
  const connections = createConnectionRepository(database)
  const ports = { connections } as Partial<ConnectionPorts> as ConnectionPorts
  const said = { scope, connectionId: 'there', personId: 'admin-1', at: new Date() }
  await sayCompared(ports, said)
  const restored = async () => (await connections.find(scope, 'there'))?.restored
  expect(await restored()).toMatchObject({ comparedBy: 'admin-1', comparedAt: said.at })
  await markRestored(database)
  expect(await restored()).toEqual({ at: expect.any(Date) })
})
