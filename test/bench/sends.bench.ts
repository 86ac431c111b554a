import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { bootStack } from '../../apps/local/src/boot-stack.ts'
import { sendAtOnce } from '../support/graphs.ts'
import { makeSendingCompany } from '../support/make-company.ts'
import { measureNeighbour } from './measure-neighbour.ts'
import { measureSends } from './measure-sends.ts'
import { writeSendsPage } from './write-sends-page.ts'

/** About twenty minutes, most of them waiting: a ledger of 60 requests a minute takes two for each document. */
const orders = 500
const workers = ['worker-2', 'worker-3', 'worker-4'] as const

const folder = await mkdtemp(join(tmpdir(), 'fieldledger-bench-'))
const stack = await bootStack({ dataFolder: folder, env: { FIELDLEDGER_LOG_LEVEL: 'error' } })
const client = await MongoClient.connect(stack.mongoUrl)
try {
  const database = client.db()
  const busy = await makeSendingCompany({ stack, provider: 'xero', graph: sendAtOnce })
  const neighbour = await makeSendingCompany({ stack, graph: sendAtOnce })
  await neighbour.ledger.warnOfDoubleNumbers(neighbour.realm, false)

  const alone = await measureNeighbour({ company: neighbour, database, samples: 10 })
  const sends = measureSends({ company: busy, stack, database, orders, workers })
  const beside = await measureNeighbour({ company: neighbour, database, samples: 20, everyMs: 5000 })
  await writeSendsPage({ ...(await sends), orders, workers: workers.length + 1, alone, beside })
} finally {
  await client.close()
  await stack.stop()
  await rm(folder, { recursive: true, force: true })
}
