import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { bootStack } from '../../apps/local/src/boot-stack.ts'
import { livingProcess } from '../../apps/local/src/data-folder/process-record.ts'
import { fiveSteps, waitThirtyDays } from '../support/graphs.ts'
import { makeCompany } from '../support/make-company.ts'
import { publishForm } from '../support/publish-form.ts'
import { findNamed, orderRequest } from '../support/purchase-order.ts'
import { heapOptions } from './live-heap.ts'
import { measureFinished } from './measure-finished.ts'
import { measureIdle } from './measure-idle.ts'
import { measureThroughput } from './measure-throughput.ts'
import { multiplyWaiting } from './multiply-waiting.ts'
import { ourContender } from './our-contender.ts'
import { serveStub } from './stub-server.ts'
import { writeEndurancePage } from './write-endurance-page.ts'

/** About ten minutes. */
const waiting = 100_000
const runs = 100_000
const looks = 4
const seconds = 30
const warmUpSeconds = 30

const folder = await mkdtemp(join(tmpdir(), 'fieldledger-bench-'))
const heap = join(folder, 'heap')
await mkdir(heap)
const stub = await serveStub()
const stack = await bootStack({
  dataFolder: folder,
  env: {
    FIELDLEDGER_LOG_LEVEL: 'error',
    FIELDLEDGER_PRACTICE_HTTP_ORIGIN: stub.origin,
    NODE_OPTIONS: heapOptions(heap),
  },
})
const client = await MongoClient.connect(stack.mongoUrl)
try {
  const database = client.db()
  const company = await makeCompany({ stack })
  const admin = await company.as('admin')
  const vendor = await admin.post<{ id: string }>('/vendors', { name: 'Bench Supply' })
  const pids = { api: stack.pidOf('api') ?? 0, worker: stack.pidOf('worker') ?? 0 }
  const all = { ...pids, mongod: livingProcess(folder, 'mongod')?.pid ?? 0 }

  const settled = () => client.db('admin').command({ fsync: 1 })
  await settled()
  const alone = await measureIdle({ database, pids: all, seconds })
  const rest = await publishForm(admin, { graph: waitThirtyDays() })
  const field = await company.as('field')
  const material = await findNamed(field, { list: 'materials', name: 'Safety netting 4 m' })
  const first = orderRequest({
    formVersion: rest.version,
    vendorId: vendor.id,
    materialId: material.id,
    quantity: 1,
  })
  await field.post(`/forms/${rest.id}/submissions`, first)
  await multiplyWaiting(database, { submissionId: first.id, count: waiting })
  // What was just written reaches the disk within a minute: that is not the price of its waiting.
  await settled()
  const beside = await measureIdle({ database, pids: all, seconds })

  const form = await publishForm(admin, { graph: fiveSteps(stub.origin) })
  const ours = await ourContender({ url: stack.url, company, form, vendorId: vendor.id, database })
  await measureThroughput(ours, { seconds: warmUpSeconds })
  const finished = await measureFinished(ours, { pids, folder: heap, runs, looks })
  await writeEndurancePage({ waiting, idle: { alone, beside }, seconds, finished })
} finally {
  await client.close()
  await stack.stop()
  stub.stop()
  await rm(folder, { recursive: true, force: true })
}
