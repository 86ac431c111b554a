import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { bootStack } from '../../apps/local/src/boot-stack.ts'
import { fiveSteps } from '../support/graphs.ts'
import { makeCompany } from '../support/make-company.ts'
import { publishForm } from '../support/publish-form.ts'
import { fireAtRate } from './fire-at-rate.ts'
import { heapOptions, liveHeap } from './live-heap.ts'
import { ourContender } from './our-contender.ts'
import { serveStub } from './stub-server.ts'
import { type MemoryLook, writeMemoryPage } from './write-memory-page.ts'

/** An hour and ten minutes; the first ten fill what is kept. The pace is a busy company's, not a flood. */
const perSecond = 10
const secondsEach = 600
const looks = 6

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
  const company = await makeCompany({ stack })
  const admin = await company.as('admin')
  const vendor = await admin.post<{ id: string }>('/vendors', { name: 'Bench Supply' })
  const form = await publishForm(admin, { graph: fiveSteps(stub.origin) })
  const database = client.db()
  const ours = await ourContender({ url: stack.url, company, form, vendorId: vendor.id, database })
  const pids = { api: stack.pidOf('api') ?? 0, worker: stack.pidOf('worker') ?? 0 }

  const seen: MemoryLook[] = []
  let accepted = 0
  while (seen.length <= looks) {
    accepted += (await fireAtRate(ours, { perSecond, seconds: secondsEach })).accepted
    const heaps: Record<string, number> = {}
    for (const [name, pid] of Object.entries(pids)) heaps[name] = await liveHeap({ pid, folder: heap })
    seen.push({ minutes: (seen.length * secondsEach) / 60, accepted, heap: heaps })
    console.log(seen.at(-1))
  }
  await writeMemoryPage({ seen, finished: await ours.finished(), perSecond })
} finally {
  await client.close()
  await stack.stop()
  stub.stop()
  await rm(folder, { recursive: true, force: true })
}
