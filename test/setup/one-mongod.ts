import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import type { TestProject } from 'vitest/node'
import { embeddedMongod } from '../../apps/local/src/mongod/embedded-mongod.ts'

/**
 * The files of a database that was dropped stay open for ten minutes otherwise: the databases of a whole run are more
 * than a process may open, and mongod ends itself at 20,000.
 */
const closeSoon = 'file_manager=(close_idle_time=5,close_scan_interval=5,close_handle_minimum=250)'

/** One MongoDB for all integration tests of a run: each test file takes databases of its own on it. */
export default async function oneMongod(_project: TestProject) {
  if (process.env.FIELDLEDGER_TEST_MONGODB_URL) return undefined
  const dataFolder = await mkdtemp(join(tmpdir(), 'fieldledger-test-'))
  const mongod = await embeddedMongod({ dataFolder, say: () => undefined })
  const client = await MongoClient.connect(mongod.url)
  await client.db('admin').command({ setParameter: 1, wiredTigerEngineRuntimeConfig: closeSoon })
  await client.close()
  process.env.FIELDLEDGER_TEST_MONGODB_URL = mongod.url
  return async () => {
    await mongod.process.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}
