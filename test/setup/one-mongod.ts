import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { embeddedMongod } from '../../apps/local/src/mongod/embedded-mongod.ts'

/** One MongoDB for all integration tests of a run: each test file takes databases of its own on it. */
export default async function oneMongod(_project: TestProject) {
  if (process.env.FIELDLEDGER_TEST_MONGODB_URL) return undefined
  const dataFolder = await mkdtemp(join(tmpdir(), 'fieldledger-test-'))
  const mongod = await embeddedMongod({ dataFolder, say: () => undefined })
  process.env.FIELDLEDGER_TEST_MONGODB_URL = mongod.url
  return async () => {
    await mongod.process.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}
