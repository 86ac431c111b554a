import { setTimeout as pause } from 'node:timers/promises'
import { type Db, MongoClient, MongoServerError } from 'mongodb'

const notYetInitiated = 94

/** Makes the mongod at this port the writable primary of its own replica set, whatever port it had before. */
export async function makePrimary(port: number): Promise<void> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    // A large data folder on a busy machine takes its time to open.
    serverSelectionTimeoutMS: 90_000,
  })
  try {
    const admin = client.db('admin')
    await configure(admin, `127.0.0.1:${port}`)
    await untilWritable(admin)
  } finally {
    await client.close()
  }
}

async function configure(admin: Db, host: string) {
  const config = await presentConfig(admin)
  if (!config) return admin.command({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host }] } })
  if (config.members[0]?.host === host) return
  const moved = { ...config, version: config.version + 1, members: [{ ...config.members[0], host }] }
  return admin.command({ replSetReconfig: moved, force: true })
}

interface ReplicaSetConfig {
  version: number
  members: { host: string }[]
}

async function presentConfig(admin: Db): Promise<ReplicaSetConfig | undefined> {
  try {
    const { config } = await admin.command({ replSetGetConfig: 1 })
    return config
  } catch (error) {
    if (error instanceof MongoServerError && error.code === notYetInitiated) return undefined
    throw error
  }
}

async function untilWritable(admin: Db) {
  for (;;) {
    const hello = await admin.command({ hello: 1 })
    if (hello.isWritablePrimary) return
    await pause(50)
  }
}
