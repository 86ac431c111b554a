import type { Say } from '../house/say.ts'

export interface MongodSearch {
  cacheFolder: string
  /** FIELDLEDGER_MONGOD */
  given: string | undefined
  path: string
  say: Say
}

export interface Mongod {
  program: string
  /** For the person who wonders which one it is. */
  from: string
}

/** One place where a mongod may come from: the program, or the reason why there is none. */
export type MongodSource = (search: MongodSearch) => Promise<Mongod | { reason: string }>
