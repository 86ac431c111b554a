import { mkdir } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { MongoServerSelectionError } from 'mongodb'
import { StartRefused } from '../house/start-refused.ts'
import { freePort } from '../ports/free-port.ts'
import { tailOfLog } from '../processes/process-log.ts'
import { type ProcessPlan, type RunningProcess, startProcess } from '../processes/start-process.ts'
import { explainMongodEnd } from './explain-mongod-end.ts'
import { makePrimary } from './replica-set.ts'

export interface RunningMongod {
  /** Address of the database `fieldledger`. */
  url: string
  port: number
  process: RunningProcess
  /** Starts it again at the same port. */
  plan: ProcessPlan
}

/** Starts our own mongod on the data folder. Its port is any free one; the replica set is told of it. */
export async function startMongod(options: {
  program: string
  dataFolder: string
  port?: number
}): Promise<RunningMongod> {
  const { program, dataFolder } = options
  const port = options.port ?? (await freePort())
  const dbpath = join(dataFolder, 'mongodb')
  await mkdir(dbpath, { recursive: true })
  const plan = { name: 'mongod', program, dataFolder, arguments: argumentsOf(dbpath, port), env: process.env }
  const child = startProcess(plan)
  const ended = child.ended.then(() => {
    throw new StartRefused(
      'mongod-ended',
      explainMongodEnd({ dbpath, log: tailOfLog({ dataFolder, name: 'mongod' }) }),
    )
  })
  ended.catch(() => undefined)
  await Promise.race([makePrimary(port), ended]).catch((error: unknown) => {
    throw error instanceof MongoServerSelectionError ? neverAnswered(error) : error
  })
  return { url: `mongodb://127.0.0.1:${port}/fieldledger?directConnection=true`, port, process: child, plan }
}

function neverAnswered(cause: Error): StartRefused {
  return new StartRefused(
    'mongod-silent',
    `MongoDB runs but does not answer (${cause.message}): the machine may be very busy. Run the command again in a moment, or read logs/mongod.log in the data folder.`,
  )
}

/** A sixteenth of the machine's memory: what does not fit is written and read again and again under load. */
const cacheGb = () => Math.min(2, Math.max(0.5, totalmem() / 2 ** 30 / 16))

const argumentsOf = (dbpath: string, port: number) => [
  ...['--replSet', 'rs0', '--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', dbpath],
  ...['--nounixsocket', '--noscripting', '--wiredTigerCacheSizeGB', String(cacheGb()), '--oplogSize', '256'],
  ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
  // What a killed process had begun stays locked for that long; ours take milliseconds, the largest form a third of a second.
  ...['--setParameter', 'transactionLifetimeLimitSeconds=3'],
  // Nobody reads the past; a server keeps five minutes of every change for those who do.
  ...['--setParameter', 'minSnapshotHistoryWindowInSeconds=0'],
]
