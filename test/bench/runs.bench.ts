import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { bootStack } from '../../apps/local/src/boot-stack.ts'
import { livingProcess } from '../../apps/local/src/data-folder/process-record.ts'
import { embeddedMongod } from '../../apps/local/src/mongod/embedded-mongod.ts'
import { fiveSteps } from '../support/graphs.ts'
import { makeCompany } from '../support/make-company.ts'
import { publishForm } from '../support/publish-form.ts'
import { measureAnswers } from './measure-answers.ts'
import { measureByTurns } from './measure-by-turns.ts'
import { measureCrowds } from './measure-crowds.ts'
import { measureLongOrder } from './measure-long-order.ts'
import { measureOverload } from './measure-overload.ts'
import { measurePickup } from './measure-pickup.ts'
import { measureRecovery } from './measure-recovery.ts'
import { measureThroughput } from './measure-throughput.ts'
import { measureWaitingCallers } from './measure-waiting-callers.ts'
import { measureWorkers } from './measure-workers.ts'
import { serveNodeRed } from './node-red-peer.ts'
import { ourContender } from './our-contender.ts'
import { peerContender } from './peer-contender.ts'
import { printCost, printFigures, printFurther } from './print-figures.ts'
import { serveStockAgenda } from './stock-agenda-peer.ts'
import { serveStub } from './stub-server.ts'
import { writePage } from './write-page.ts'

const warmUpSeconds = 20
const turns = 5
const seconds = 8
const samples = 40
const shorter = 8

const [, , mode, peerUrl = '', peerCalls = ''] = process.argv
await (mode === '--peer' ? serveStockAgenda(peerUrl, peerCalls) : bench())

/**
 * Ours and the peer in the same minute and on the same machine, each on a mongod of its own with the same settings:
 * neither looks at what the other one writes, or waits for it to be written.
 */
async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'fieldledger-bench-'))
  const loadBefore = loadavg()[0] ?? 0
  const stub = await serveStub()
  const stack = await bootStack({
    dataFolder: folder,
    env: { FIELDLEDGER_LOG_LEVEL: 'error', FIELDLEDGER_PRACTICE_HTTP_ORIGIN: stub.origin },
  })
  const client = await MongoClient.connect(stack.mongoUrl)
  const mongodOfPeer = await embeddedMongod({ dataFolder: join(folder, 'peer'), say: () => undefined })
  const clientOfPeer = await MongoClient.connect(mongodOfPeer.url)
  const peer = await peerContender({
    mongoUrl: mongodOfPeer.url,
    otherSystem: stub.origin,
    database: clientOfPeer.db(),
  })
  const stopPeer = async () => {
    peer.stop()
    await clientOfPeer.close()
    await mongodOfPeer.process.stop()
  }
  try {
    const company = await makeCompany({ stack })
    const admin = await company.as('admin')
    const form = await publishForm(admin, { graph: fiveSteps(stub.origin) })
    const vendor = await admin.post<{ id: string }>('/vendors', { name: 'Bench Supply' })
    const database = client.db()
    const ours = await ourContender({ url: stack.url, company, form, vendorId: vendor.id, database })
    const pidOf = (name: string) => livingProcess(folder, name)?.pid ?? 0

    for (const contender of [ours, peer]) await measureThroughput(contender, { seconds: warmUpSeconds })
    const byTurns = await measureByTurns(
      {
        ours: {
          contender: ours,
          watched: {
            database,
            pids: { mongod: pidOf('mongod'), api: pidOf('api'), worker: pidOf('worker') },
          },
        },
        peer: {
          contender: peer,
          watched: {
            database: clientOfPeer.db(),
            pids: { mongod: mongodOfPeer.process.pid, peer: peer.pid },
          },
        },
      },
      { turns, seconds },
    )
    const both = {
      ours: { ...byTurns.ours.fast, pickup: await measurePickup(ours, samples) },
      peer: { ...byTurns.peer.fast, pickup: await measurePickup(peer, samples) },
    }
    printFigures(both)
    printCost(ours.name, byTurns.ours.cost)
    printCost(peer.name, byTurns.peer.cost)
    await stopPeer()
    const further = {
      nodeRed: await inMemory(stub.origin),
      waiting: await measureWaitingCallers(ours, {
        ...{ database, companyId: company.id },
        ...{ callers: 50, seconds: shorter },
      }),
      crowds: await measureCrowds(ours, { submitters: 1000, times: 3 }),
      byWorkers: [
        { workers: 1, runsPerSecond: both.ours.runsPerSecond },
        ...(await measureWorkers(ours, { stack, database, counts: [2, 4], seconds: shorter })),
      ],
      overload: await measureOverload(ours, {
        stack,
        database,
        perSecond: both.ours.runsPerSecond,
        seconds: shorter,
      }),
      recovery: await measureRecovery(ours, { stack, database, kills: 5 }),
      longOrder: await measureLongOrder({ stack, database, lines: 10_000 }),
    }
    printFurther(further)
    await writePage({ both, byTurns, further, loadBefore })
  } finally {
    await stopPeer()
    await client.close()
    await stack.stop()
    stub.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function inMemory(otherSystem: string) {
  const nodeRed = await serveNodeRed(otherSystem)
  try {
    await measureAnswers(nodeRed.url, warmUpSeconds)
    return await measureAnswers(nodeRed.url, shorter)
  } finally {
    nodeRed.stop()
  }
}
