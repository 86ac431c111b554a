import type { HouseSettings } from '@fieldledger/storage/settings'
import { ownSecrets } from '../data-folder/own-secrets.ts'
import { StartRefused } from '../house/start-refused.ts'

const loopback = ['127.0.0.1', 'localhost', '::1']

/** What our servers find in their environment: everything that they need, decided once. */
export function childEnvironment(options: {
  settings: HouseSettings
  dataFolder: string
  mongodbUrl: string
  environment: NodeJS.ProcessEnv
}): NodeJS.ProcessEnv {
  const { settings, dataFolder, mongodbUrl, environment } = options
  const secrets = ownSecrets(dataFolder)
  const onlyHere = loopback.includes(settings.host)
  return {
    ...environment,
    ...keysOf(settings, dataFolder),
    NODE_ENV: 'production',
    PORT: String(settings.port),
    FIELDLEDGER_SANDBOX_PORT: String(settings.sandboxPort),
    FIELDLEDGER_HOST: settings.host,
    FIELDLEDGER_DATA: dataFolder,
    FIELDLEDGER_PUBLIC_URL: settings.publicUrl,
    FIELDLEDGER_MONGODB_URL: mongodbUrl,
    FIELDLEDGER_DEMO_PASSWORD: settings.demoPassword ?? (onlyHere ? 'practice' : secrets.demoPassword),
  }
}

/** Made by us for the embedded database alone: a server of yours outlives the data folder, and its keys must too. */
function keysOf(settings: HouseSettings, dataFolder: string): NodeJS.ProcessEnv {
  if (settings.ownMongodbUri) {
    if (settings.masterKeys.length === 0) throw keyMissing('FIELDLEDGER_MASTER_KEYS')
    if (!settings.authSecret) throw keyMissing('FIELDLEDGER_AUTH_SECRET')
    return {}
  }
  const { masterKeys, authSecret } = ownSecrets(dataFolder)
  const made: NodeJS.ProcessEnv = {}
  if (settings.masterKeys.length === 0) made.FIELDLEDGER_MASTER_KEYS = masterKeys
  if (!settings.authSecret) made.FIELDLEDGER_AUTH_SECRET = authSecret
  return made
}

function keyMissing(name: string) {
  return new StartRefused(
    'key-missing',
    `With a MongoDB of your own (MONGODB_URI) ${name} is not made for you: set it as docs/operations.md says and keep it safe.`,
  )
}
