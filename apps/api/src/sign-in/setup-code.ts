import { randomBytes, timingSafeEqual } from 'node:crypto'
import { type Database, definePeopleModels } from '@fieldledger/storage'
import type { Logger } from 'pino'

export interface SetupCode {
  needed(): Promise<boolean>
  /** Good once, and only while nobody exists. */
  redeem(code: string): Promise<boolean>
}

/** Printed in the log of a server whose database knows nobody yet. */
export async function createSetupCode(parts: { database: Database; log: Logger }): Promise<SetupCode> {
  const { users } = definePeopleModels(parts.database.connection)
  let code: string | undefined
  const needed = async () => (await users.exists({})) === null
  if (await needed()) {
    code = randomBytes(9).toString('base64url')
    parts.log.warn({ setupCode: code }, `Nobody can sign in yet. Open /setup and enter this code: ${code}`)
  }
  return {
    needed,
    async redeem(given) {
      if (code === undefined || !same(given, code)) return false
      const taken = code
      // Taken before the database is asked, so that two at once cannot both have it.
      code = undefined
      if (await needed()) return true
      code = taken
      return false
    },
  }
}

function same(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
