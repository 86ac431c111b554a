import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseHouseSettings } from '@fieldledger/storage/settings'
import { lockDataFolder } from '../data-folder/lock-data-folder.ts'
import { requireDiskSpace } from '../data-folder/require-disk-space.ts'
import { root } from '../house/root.ts'
import { say } from '../house/say.ts'
import { embeddedMongod } from '../mongod/embedded-mongod.ts'
import { requireFreePort } from '../ports/require-free-port.ts'
import { endOrphans } from '../processes/end-orphans.ts'
import { type Supervised, supervise } from '../processes/supervise.ts'
import { buildCheckout } from './build-tree.ts'
import { childEnvironment } from './child-environment.ts'
import type { createClosers } from './closers.ts'
import { makeExamples } from './make-examples.ts'
import { ownMongodbUrl } from './own-mongodb.ts'
import { prepareDatabase } from './prepare-database.ts'
import { childNames, serverNames } from './server-names.ts'
import { serverPlan } from './server-plan.ts'
import { untilReady } from './until-ready.ts'

export interface House {
  url: string
  sandboxUrl: string
  dataFolder: string
  practice: boolean
  demoPassword: string
  servers: Supervised[]
}

/** Everything from a bare checkout to a running Fieldledger on this machine. */
export async function bringUp(closers: ReturnType<typeof createClosers>, args: string[]): Promise<House> {
  const settings = parseHouseSettings(process.env)
  const dataFolder = resolve(settings.dataFolder ?? join(root, '.data'))
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  await requireDiskSpace(dataFolder)
  await closers.add(lockDataFolder(dataFolder))
  await endOrphans(dataFolder, childNames)
  await requireFreePort({ port: settings.port, host: settings.host, setting: 'PORT' })
  await requireFreePort({
    port: settings.sandboxPort,
    host: '127.0.0.1',
    setting: 'FIELDLEDGER_SANDBOX_PORT',
  })

  const mongodbUrl = settings.ownMongodbUri
    ? ownMongodbUrl(settings.ownMongodbUri)
    : await superviseMongod(closers, dataFolder)
  const env = childEnvironment({ settings, dataFolder, mongodbUrl, environment: process.env })
  say('Building what has changed …')
  buildCheckout()
  say('Preparing the database …')
  await prepareDatabase({ tree: root, dataFolder, env, arguments: args, closers })

  say('Starting …')
  const servers: Supervised[] = []
  for (const name of serverNames) {
    const server = supervise({ plan: serverPlan({ name, tree: root, dataFolder, env }), say })
    servers.push(server)
    await closers.add(() => server.stop())
  }
  const url = `http://127.0.0.1:${settings.port}`
  await untilReady({ url, dataFolder, servers })
  if (settings.practice) await makeExamples({ apiUrl: url, password: String(env.FIELDLEDGER_DEMO_PASSWORD) })
  const { practice, publicUrl, sandboxOrigin } = settings
  return {
    url: publicUrl,
    sandboxUrl: sandboxOrigin,
    dataFolder,
    practice,
    servers,
    demoPassword: String(env.FIELDLEDGER_DEMO_PASSWORD),
  }
}

async function superviseMongod(
  closers: ReturnType<typeof createClosers>,
  dataFolder: string,
): Promise<string> {
  say('Starting MongoDB …')
  const mongod = await embeddedMongod({ dataFolder, say })
  const supervised = supervise({ plan: mongod.plan, running: mongod.process, say })
  await closers.add(() => supervised.stop())
  return mongod.url
}
