import { ownSecrets } from './data-folder/own-secrets.ts'
import { root } from './house/root.ts'
import { embeddedMongod } from './mongod/embedded-mongod.ts'
import { freePort } from './ports/free-port.ts'
import { type Supervised, supervise } from './processes/supervise.ts'
import { buildCheckout } from './stack/build-tree.ts'
import { createClosers } from './stack/closers.ts'
import { prepareDatabase } from './stack/prepare-database.ts'
import { type ServerName, serverNames } from './stack/server-names.ts'
import { serverPlan } from './stack/server-plan.ts'
import { untilReady } from './stack/until-ready.ts'

/** The three servers, and further workers: worker-2, worker-3 … */
export type StackServer = ServerName | `worker-${number}`

export interface Stack {
  url: string
  sandboxUrl: string
  mongoUrl: string
  dataFolder: string
  /** kill -9; it is started again by itself unless it was stopped. */
  kill(name: StackServer): Promise<void>
  pidOf(name: StackServer): number | undefined
  /** SIGSTOP and SIGCONT: the process knows nothing of it. */
  freeze(name: StackServer): void
  thaw(name: StackServer): void
  /** Stops it in good order and leaves it down. */
  stopServer(name: StackServer): Promise<void>
  startServer(name: StackServer, env?: NodeJS.ProcessEnv): void
  restart(name: StackServer, env?: NodeJS.ProcessEnv): Promise<void>
  /** kill -9 if it still lives, and another one in its place. */
  replace(name: StackServer, env: NodeJS.ProcessEnv): Promise<void>
  /** How often it ended by itself or by `kill` since it was last started by us. */
  restarts(name: StackServer): number
  stop(): Promise<void>
}

export interface StackOptions {
  dataFolder: string
  /** Added to every server's environment. */
  env?: NodeJS.ProcessEnv
  /** A patched copy made by `patchedCopy`; the checkout otherwise, built when it changed. */
  tree?: string
  /** A database that the test itself starts and stops; otherwise one of the stack's own. */
  mongoUrl?: string
}

/** The shipped processes with a MongoDB of their own on free ports, for scenarios, faults and the bench. */
export async function bootStack(options: StackOptions): Promise<Stack> {
  const { dataFolder, tree = root } = options
  const closers = createClosers()
  const servers = new Map<StackServer, Supervised>()
  try {
    if (tree === root) buildCheckout()
    const mongoUrl = options.mongoUrl ?? (await ownMongod(dataFolder, closers))
    const ports = { api: await freePort(), sandbox: await freePort() }
    const base = { ...environmentOf({ dataFolder, ports, mongoUrl }), ...options.env }
    await prepareDatabase({ tree, dataFolder, env: base, arguments: [], closers })

    const startServer = (name: StackServer, env: NodeJS.ProcessEnv = {}) => {
      const plan = serverPlan({ name: programOf(name), tree, dataFolder, env: { ...base, ...env } })
      servers.set(
        name,
        supervise({ plan: { ...plan, name }, say: () => undefined, waits: { first: 100, longest: 1_000 } }),
      )
    }
    const stopServer = async (name: StackServer) => servers.get(name)?.stop()
    await closers.add(async () => {
      for (const name of [...servers.keys()].reverse()) await stopServer(name)
    })
    for (const name of serverNames) startServer(name)
    const url = `http://127.0.0.1:${ports.api}`
    await untilReady({ url, dataFolder, servers: [...servers.values()] })
    return {
      url,
      sandboxUrl: `http://127.0.0.1:${ports.sandbox}`,
      mongoUrl,
      dataFolder,
      startServer,
      stopServer,
      kill: async (name) => {
        const victim = servers.get(name)?.current()
        victim?.kill('SIGKILL')
        await victim?.ended
      },
      pidOf: (name) => servers.get(name)?.current().pid,
      freeze: (name) => servers.get(name)?.current().kill('SIGSTOP'),
      thaw: (name) => servers.get(name)?.current().kill('SIGCONT'),
      restart: async (name, env) => {
        await stopServer(name)
        startServer(name, env)
      },
      replace: async (name, env) => {
        await servers.get(name)?.kill()
        startServer(name, env)
      },
      restarts: (name) => servers.get(name)?.restarts() ?? 0,
      stop: () => closers.closeAll(),
    }
  } catch (error) {
    await closers.closeAll()
    throw error
  }
}

function programOf(name: StackServer): ServerName {
  return serverNames.find((server) => server === name) ?? 'worker'
}

async function ownMongod(dataFolder: string, closers: ReturnType<typeof createClosers>): Promise<string> {
  const mongod = await embeddedMongod({ dataFolder, say: () => undefined })
  await closers.add(() => mongod.process.stop())
  return mongod.url
}

function environmentOf(of: {
  dataFolder: string
  ports: { api: number; sandbox: number }
  mongoUrl: string
}): NodeJS.ProcessEnv {
  const { dataFolder, ports } = of
  const { masterKeys, authSecret } = ownSecrets(dataFolder)
  return {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(ports.api),
    FIELDLEDGER_SANDBOX_PORT: String(ports.sandbox),
    FIELDLEDGER_DATA: dataFolder,
    FIELDLEDGER_PUBLIC_URL: `http://127.0.0.1:${ports.api}`,
    FIELDLEDGER_MONGODB_URL: of.mongoUrl,
    FIELDLEDGER_MASTER_KEYS: masterKeys,
    FIELDLEDGER_AUTH_SECRET: authSecret,
    FIELDLEDGER_DEMO_PASSWORD: 'practice',
  }
}
