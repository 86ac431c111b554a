import { StartRefused } from '../house/start-refused.ts'
import { cachedMongod } from './cached-mongod.ts'
import { givenMongod } from './given-mongod.ts'
import { mongodOnPath } from './mongod-on-path.ts'
import type { Mongod, MongodSearch, MongodSource } from './mongod-source.ts'
import { officialMongod } from './official-mongod.ts'
import { wheelMongod } from './wheel-mongod.ts'

const sources: MongodSource[] = [givenMongod, mongodOnPath, cachedMongod, officialMongod, wheelMongod]

/** The first mongod found, in the order of docs/operations.md; else one sentence with every reason and the ways out. */
export async function findMongod(search: MongodSearch, places = sources): Promise<Mongod> {
  const reasons: string[] = []
  for (const source of places) {
    const found = await source(search)
    if ('program' in found) return found
    reasons.push(found.reason)
  }
  throw new StartRefused(
    'no-mongod',
    `No MongoDB was found: ${reasons.join('; ')}. Install MongoDB 5 or newer, or set FIELDLEDGER_MONGOD to a mongod program, or MONGODB_URI to a server of yours, or connect to the network, then run the command again.`,
  )
}
