import { Value } from 'typebox/value'
import { Environment } from './environment.ts'
import { readProviderVariable } from './provider-environment.ts'
import type { HouseSettings, MasterKey, Settings } from './settings.ts'
import { SettingsRefused } from './settings-refused.ts'

type Variables = Record<string, string | undefined>

/** The settings of a server: api, worker, practice data. Throws `SettingsRefused` with one sentence. */
export function parseSettings(variables: Variables): Settings {
  const house = parseHouseSettings(variables)
  const { mongodbUrl, authSecret, dataFolder } = house
  if (!mongodbUrl) throw missing('FIELDLEDGER_MONGODB_URL', 'the address of the database')
  if (!authSecret) throw missing('FIELDLEDGER_AUTH_SECRET', 'the secret that signs sessions')
  if (!dataFolder) throw missing('FIELDLEDGER_DATA', 'the data folder')
  if (house.masterKeys.length === 0)
    throw missing('FIELDLEDGER_MASTER_KEYS', 'the keys that encrypt ledger secrets')
  return { ...house, mongodbUrl, authSecret, dataFolder }
}

/** The settings of `npm start`, which has yet to find the database and to make its keys. */
export function parseHouseSettings(variables: Variables): HouseSettings {
  refuseUnknownNames(variables)
  const environment = readEnvironment(variables)
  const sandboxOrigin =
    environment.FIELDLEDGER_SANDBOX_ORIGIN ?? `http://127.0.0.1:${environment.FIELDLEDGER_SANDBOX_PORT}`
  return {
    port: environment.PORT,
    host: environment.FIELDLEDGER_HOST,
    sandboxPort: environment.FIELDLEDGER_SANDBOX_PORT,
    workerPort: environment.FIELDLEDGER_WORKER_PORT,
    sandboxOrigin,
    publicUrl: environment.FIELDLEDGER_PUBLIC_URL ?? `http://127.0.0.1:${environment.PORT}`,
    dataFolder: environment.FIELDLEDGER_DATA,
    cacheFolder: environment.FIELDLEDGER_CACHE,
    mongod: environment.FIELDLEDGER_MONGOD,
    ownMongodbUri: environment.MONGODB_URI,
    mongodbUrl: environment.FIELDLEDGER_MONGODB_URL,
    masterKeys: readMasterKeys(environment.FIELDLEDGER_MASTER_KEYS),
    authSecret: environment.FIELDLEDGER_AUTH_SECRET,
    practice: environment.FIELDLEDGER_PRACTICE === 'on',
    demoPassword: environment.FIELDLEDGER_DEMO_PASSWORD,
    smtpUrl: environment.FIELDLEDGER_SMTP_URL,
    mailFrom: environment.FIELDLEDGER_MAIL_FROM,
    trustProxy: environment.FIELDLEDGER_TRUST_PROXY,
    logLevel: environment.FIELDLEDGER_LOG_LEVEL,
    tracesUrl: environment.FIELDLEDGER_TRACES_URL,
    failpoints: environment.FIELDLEDGER_FAILPOINTS,
    quietPeriodMs: environment.FIELDLEDGER_QUIET_PERIOD_MS,
    replayWindowMs: environment.FIELDLEDGER_REPLAY_WINDOW_MS,
    retryFirstMs: environment.FIELDLEDGER_RETRY_FIRST_MS,
    retryLongestMs: environment.FIELDLEDGER_RETRY_LONGEST_MS,
    mostAttempts: environment.FIELDLEDGER_MOST_ATTEMPTS,
    mostWaiting: environment.FIELDLEDGER_MOST_WAITING,
    practiceHttpOrigin: environment.FIELDLEDGER_PRACTICE_HTTP_ORIGIN,
    providers: readProviders(variables),
  }
}

function refuseUnknownNames(variables: Variables) {
  for (const name of Object.keys(variables)) {
    if (!name.startsWith('FIELDLEDGER_') || name in Environment.properties || readProviderVariable(name))
      continue
    throw new SettingsRefused(
      `There is no setting ${name}: look for the right name in docs/operations.md, or unset it.`,
    )
  }
}

function readEnvironment(variables: Variables): Environment {
  const names = Object.keys(Environment.properties)
  const given = names.flatMap((name) => (variables[name] ? [[name, variables[name]]] : []))
  const value = Value.Convert(Environment, Value.Default(Environment, Object.fromEntries(given)))
  if (Value.Check(Environment, value)) return value
  const problem = Value.Errors(Environment, value)[0]
  const name = problem?.instancePath.slice(1) ?? ''
  throw new SettingsRefused(`${name} must be ${expectation(name)}: set it so, or unset it.`)
}

function expectation(name: string): string {
  const property = Object.entries(Environment.properties).find(([known]) => known === name)?.[1]
  return property && 'expects' in property ? String(property.expects) : 'another value'
}

function readMasterKeys(text: string | undefined): MasterKey[] {
  if (!text) return []
  return text.split(',').map((pair) => {
    const [id = '', key = ''] = pair.split(':')
    return { id, key: Buffer.from(key, 'base64') }
  })
}

function readProviders(variables: Variables): HouseSettings['providers'] {
  const providers: HouseSettings['providers'] = {}
  for (const [name, text] of Object.entries(variables)) {
    const variable = readProviderVariable(name)
    if (!variable || !text) continue
    if (variable.setting.endsWith('Url') && !URL.canParse(text))
      throw new SettingsRefused(
        `${name} must be an address that begins with https://: set it so, or unset it.`,
      )
    const known = providers[variable.provider] ?? {}
    const settings = { ...known[variable.environment], [variable.setting]: text }
    providers[variable.provider] = { ...known, [variable.environment]: settings }
  }
  return providers
}

function missing(name: string, meaning: string) {
  return new SettingsRefused(`${name} is missing: set it to ${meaning}, or start everything by npm start.`)
}
