import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { MongoClient, MongoServerError } from 'mongodb'
import { cacheFolder } from '../../../apps/local/src/mongod/cache-folder.ts'
import { findMongod } from '../../../apps/local/src/mongod/find-mongod.ts'
import { freePort } from '../../../apps/local/src/ports/free-port.ts'
import { type RunningProcess, startProcess } from '../../../apps/local/src/processes/start-process.ts'
import { until } from '../../support/until.ts'

export interface ReplicaSet {
  /** Address of the database `fieldledger` on all three members. */
  url: string
  /** A client that follows the primary. */
  client: MongoClient
  killPrimary(): Promise<void>
  stepDownPrimary(): Promise<void>
  /** SIGSTOP for so long: the others elect a new primary meanwhile. */
  freezePrimary(forMs: number): Promise<void>
  /** The server's own failpoint: that many of these commands fail with that error. */
  failCommands(fault: { commands: string[]; times: number; errorCode: number }): Promise<void>
  /** Commands succeed again. */
  /** How often commands failed so far. */
  heal(): Promise<number>
  stop(): Promise<void>
}

interface Member {
  port: number
  running: RunningProcess
}

const names = ['member-1', 'member-2', 'member-3']

/** Three members on loopback that elect a new primary within some two seconds, with the server's failpoints allowed. */
export async function startReplicaSet(dataFolder: string): Promise<ReplicaSet> {
  const { program } = await findMongod({
    cacheFolder: cacheFolder(process.env.FIELDLEDGER_CACHE),
    given: process.env.FIELDLEDGER_MONGOD,
    path: process.env.PATH ?? '',
    say: () => undefined,
  })
  const start = (name: string, port: number) =>
    startProcess({ name, program, dataFolder, arguments: argumentsOf(join(dataFolder, name), port), env: {} })
  const members = new Map<string, Member>()
  for (const name of names) {
    await mkdir(join(dataFolder, name), { recursive: true })
    const port = await freePort()
    members.set(name, { port, running: start(name, port) })
  }
  const hosts = [...members.values()].map(({ port }) => `127.0.0.1:${port}`)
  await initiate(hosts)
  const url = `mongodb://${hosts.join(',')}/fieldledger?replicaSet=rs0`
  const client = await MongoClient.connect(url, { serverSelectionTimeoutMS: 30_000 })

  const primary = () =>
    until({ what: 'a primary was elected', withinMs: 30_000 }, async () => {
      const address = await primaryOf(hosts)
      const found = [...members].find(([, { port }]) => address === `127.0.0.1:${port}`)
      return found === undefined ? undefined : { name: found[0], member: found[1] }
    })
  const atMember = async <Result>({ port }: Member, work: (admin: MongoClient) => Promise<Result>) => {
    const direct = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`)
    try {
      return await work(direct)
    } finally {
      await direct.close()
    }
  }
  const atPrimary = async <Result>(work: (admin: MongoClient) => Promise<Result>) =>
    atMember((await primary()).member, work)
  // A cursor that began at a primary stays there when another member becomes it.
  const atEach = async <Result>(work: (admin: MongoClient) => Promise<Result>) =>
    Promise.all([...members.values()].map((member) => atMember(member, work)))

  return {
    url,
    client,
    async killPrimary() {
      const { name, member } = await primary()
      member.running.kill('SIGKILL')
      await member.running.ended
      members.set(name, { ...member, running: start(name, member.port) })
      await primary()
    },
    async stepDownPrimary() {
      await atPrimary((direct) => direct.db('admin').command({ replSetStepDown: 10, force: true })).catch(
        () => undefined,
      )
      await primary()
    },
    async freezePrimary(forMs) {
      const { member } = await primary()
      member.running.kill('SIGSTOP')
      await pause(forMs)
      member.running.kill('SIGCONT')
      await primary()
    },
    async failCommands({ commands, times, errorCode }) {
      const data = { failCommands: commands, errorCode, errorLabels: [] }
      await atEach((direct) =>
        direct.db('admin').command({ configureFailPoint: 'failCommand', mode: { times }, data }),
      )
    },
    async heal() {
      const healed = await atEach((direct) =>
        direct.db('admin').command({ configureFailPoint: 'failCommand', mode: 'off' }),
      )
      return healed.reduce((sum, { count }) => sum + Number(count), 0)
    },
    async stop() {
      await client.close()
      for (const { running } of members.values()) {
        running.kill('SIGKILL')
        await running.ended
      }
    },
  }
}

const argumentsOf = (dbpath: string, port: number) => [
  ...['--replSet', 'rs0', '--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', dbpath],
  ...['--nounixsocket', '--noscripting', '--wiredTigerCacheSizeGB', '0.25', '--oplogSize', '64'],
  ...['--setParameter', 'enableTestCommands=1'],
  ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
  ...['--setParameter', 'transactionLifetimeLimitSeconds=2'],
]

async function initiate(hosts: readonly string[]): Promise<void> {
  const config = {
    _id: 'rs0',
    members: hosts.map((host, _id) => ({ _id, host })),
    settings: { electionTimeoutMillis: 1500, heartbeatIntervalMillis: 500 },
  }
  await until({ what: 'the replica set was made', withinMs: 60_000 }, async () => {
    const direct = new MongoClient(`mongodb://${hosts[0]}/?directConnection=true`, {
      serverSelectionTimeoutMS: 1000,
    })
    try {
      await direct.db('admin').command({ replSetInitiate: config })
      return true
    } catch (error) {
      return error instanceof MongoServerError && error.codeName === 'AlreadyInitialized'
    } finally {
      await direct.close()
    }
  })
  await until({ what: 'a first primary was elected', withinMs: 60_000 }, () => primaryOf(hosts))
}

/** Asks each member itself: a client's own picture is late. */
async function primaryOf(hosts: readonly string[]): Promise<string | undefined> {
  const answers = await Promise.all(
    hosts.map(async (host) => {
      const direct = new MongoClient(`mongodb://${host}/?directConnection=true`, {
        serverSelectionTimeoutMS: 700,
        socketTimeoutMS: 700,
      })
      try {
        const hello = await direct.db('admin').command({ hello: 1 })
        return hello.isWritablePrimary === true ? host : undefined
      } catch {
        return undefined
      } finally {
        await direct.close()
      }
    }),
  )
  return answers.find((host) => host !== undefined)
}
