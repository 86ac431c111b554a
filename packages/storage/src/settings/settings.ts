import type { ProviderEnvironment, ProviderSetting } from './provider-environment.ts'

export interface MasterKey {
  id: string
  key: Buffer
}

export type ProviderSettings = Partial<Record<ProviderSetting, string>>

/** What every process knows; servers know `Settings`, which adds the database and its keys. */
export interface HouseSettings {
  port: number
  host: string
  sandboxPort: number
  /** Where a worker says how it is; nowhere without it. */
  workerPort: number | undefined
  sandboxOrigin: string
  publicUrl: string
  dataFolder: string | undefined
  cacheFolder: string | undefined
  mongod: string | undefined
  ownMongodbUri: string | undefined
  mongodbUrl: string | undefined
  /** The first one encrypts, all decrypt. */
  masterKeys: MasterKey[]
  authSecret: string | undefined
  practice: boolean
  demoPassword: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  trustProxy: number
  logLevel: string
  tracesUrl: string | undefined
  failpoints: string | undefined
  quietPeriodMs: number | undefined
  replayWindowMs: number | undefined
  retryFirstMs: number | undefined
  retryLongestMs: number | undefined
  mostAttempts: number
  /** Runs that wait for a worker; further submits come again later. */
  mostWaiting: number
  /** Steps of practice companies may call it, whatever it is. */
  practiceHttpOrigin: string | undefined
  /** By provider id, then environment. Practice falls back to the practice ledgers' own origin. */
  providers: Record<string, Partial<Record<ProviderEnvironment, ProviderSettings>>>
}

export interface Settings extends HouseSettings {
  dataFolder: string
  mongodbUrl: string
  authSecret: string
}
