import { companyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { connectDatabase } from '../scope/connect-database.ts'
import { createWorkflowRepository } from '../workflows/workflow-repository.ts'
import { migrate } from './migrate.ts'

test('a form of the time of one workflow keeps it as its first one, with its versions', async () => {
  const url = new URL(process.env.FIELDLEDGER_TEST_MONGODB_URL ?? '')
  url.pathname = `/several-${v7()}`
  const mongoUrl = url.toString()
  const database = await connectDatabase(mongoUrl)
  const { connection } = database
  const graph = { steps: {}, edges: [] }
  const old = { companyId: 'c', formId: 'form', version: 1, graph, publishedAt: new Date(), publishedBy: 'p' }
  await connection.collection<{ _id: string }>('workflowVersions').insertOne({ _id: 'v', ...old })
  await connection
    .collection('workflowVersions')
    .createIndex({ companyId: 1, formId: 1, version: -1 }, { unique: true })
  await connection
    .collection<{ _id: string }>('workflows')
    .insertOne({ _id: 'form', companyId: 'c', graph, revision: 1, publishedVersion: 1, saves: [] } as never)
  await migrate({ mongoUrl })
  const workflows = createWorkflowRepository(database, () => undefined)
  const scope = companyScope('c')
  expect(await workflows.version(scope, { workflowId: 'form', version: 1 })).toMatchObject({ id: 'v' })
  const second = await workflows.create(scope, { formId: 'form', name: 'End of day', graph, by: 'p' })
  await workflows.publish(scope, { workflow: second, by: 'p' })
  expect((await workflows.ofForm(scope, 'form')).map(({ id }) => id)).toEqual(['form', second.id])
  await connection.dropDatabase()
  await database.close()
})
