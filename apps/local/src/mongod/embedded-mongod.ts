import type { Say } from '../house/say.ts'
import { cacheFolder } from './cache-folder.ts'
import { findMongod } from './find-mongod.ts'
import { type RunningMongod, startMongod } from './start-mongod.ts'

/** Finds or fetches a mongod by the environment's settings and starts it on the data folder. */
export async function embeddedMongod(options: { dataFolder: string; say: Say }): Promise<RunningMongod> {
  const { program } = await findMongod({
    cacheFolder: cacheFolder(process.env.FIELDLEDGER_CACHE),
    given: process.env.FIELDLEDGER_MONGOD,
    path: process.env.PATH ?? '',
    say: options.say,
  })
  return startMongod({ program, dataFolder: options.dataFolder })
}
