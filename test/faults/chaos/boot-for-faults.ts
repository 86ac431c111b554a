import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Graph } from '@fieldledger/workflow'
import { type Db, MongoClient } from 'mongodb'
import { bootStack, type Stack } from '../../../apps/local/src/boot-stack.ts'
import type { PracticeConnection } from '../../../apps/local/src/practice/connect-practice-ledger.ts'
import { patchedCopy } from '../../../apps/local/src/stack/copy-tree.ts'
import { sendAtOnce } from '../../support/graphs.ts'
import { makeSendingCompany, type SendingCompany } from '../../support/make-company.ts'

export interface FaultScene {
  folder: string
  stack: Stack
  database: Db
  /** A company that sends, of one test's own; its ledger asks for no patience and warns of nothing. */
  makeCompany(graph?: (connection: PracticeConnection) => Graph): Promise<SendingCompany>
  close(): Promise<void>
}

/** Waits that fit a test: what the product takes by itself is minutes long. */
export const shortWaits = {
  FIELDLEDGER_QUIET_PERIOD_MS: '1000',
  FIELDLEDGER_RETRY_FIRST_MS: '200',
  FIELDLEDGER_LOG_LEVEL: 'error',
}

export const faultFolder = () => mkdtemp(join(tmpdir(), 'fieldledger-faults-'))

/** The shipped processes, with waits that fit a test. */
export async function bootForFaults(wanted: {
  /** Of the test's own, which removes it: what else lives in it may still be writing when the stack has stopped. */
  folder?: string
  mongoUrl?: string
  env?: NodeJS.ProcessEnv
  /** The stack runs from a copy of the sources with this patch. */
  patch?: string
}): Promise<FaultScene> {
  const folder = wanted.folder ?? (await faultFolder())
  const tree =
    wanted.patch === undefined
      ? undefined
      : await patchedCopy({ folder: join(folder, 'tree'), patch: wanted.patch })
  const dataFolder = join(folder, 'data')
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const stack = await bootStack({
    dataFolder,
    env: { ...shortWaits, ...wanted.env },
    ...(tree === undefined ? {} : { tree }),
    ...(wanted.mongoUrl === undefined ? {} : { mongoUrl: wanted.mongoUrl }),
  })
  try {
    const client = await MongoClient.connect(stack.mongoUrl)
    await client.db('admin').command({ setParameter: 1, transactionLifetimeLimitSeconds: 2 })
    return {
      folder,
      stack,
      database: client.db(),
      async makeCompany(graph = sendAtOnce) {
        const company = await makeSendingCompany({ stack, graph })
        await company.ledger.setLimits({ enabled: false })
        await company.ledger.warnOfDoubleNumbers(company.realm, false)
        return company
      },
      async close() {
        await client.close()
        await stack.stop()
        if (wanted.folder === undefined) await rm(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await stack.stop()
    throw error
  }
}
