import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { connectDatabase } from '../scope/connect-database.ts'
import { migrate } from './migrate.ts'

test('two servers that migrate at once, and again, make the indexes once', async () => {
  const url = new URL(process.env.FIELDLEDGER_TEST_MONGODB_URL ?? '')
  url.pathname = `/migrate-${v7()}`
  const mongoUrl = url.toString()
  await Promise.all([migrate({ mongoUrl }), migrate({ mongoUrl })])
  await migrate({ mongoUrl })
  const database = await connectDatabase(mongoUrl)
  const indexes = await database.connection.collection('effects').indexes()
  expect(indexes.filter(({ unique }) => unique === true).map(({ key }) => Object.keys(key))).toContainEqual([
    'companyId',
    'key',
  ])
  await database.connection.dropDatabase()
  await database.close()
})
