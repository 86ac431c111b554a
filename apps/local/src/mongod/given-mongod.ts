import { StartRefused } from '../house/start-refused.ts'
import type { MongodSource } from './mongod-source.ts'
import { whyNotUsable } from './mongod-version.ts'

export const givenMongod: MongodSource = async ({ given }) => {
  if (!given) return { reason: 'FIELDLEDGER_MONGOD is not set' }
  const fault = await whyNotUsable(given)
  if (fault)
    throw new StartRefused(
      'mongod-given',
      `FIELDLEDGER_MONGOD: ${fault}: set it to a mongod of version 5 or newer, or unset it.`,
    )
  return { program: given, from: 'FIELDLEDGER_MONGOD' }
}
