import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from 'mongodb'
import type { HttpSession } from '../../support/http-session.ts'
import type { SendingCompany } from '../../support/make-company.ts'
import { reconnect } from '../../support/reconnect.ts'

/**
 * What an admin does who is told that the ledger refuses the sign-in: connects the same books again. It happens when a
 * worker is killed between the ledger's new refresh token and our keeping it: nobody has that one, and the old one is
 * used up.
 */
export async function keepConnected(
  company: SendingCompany,
  { admin, database, over }: { admin: HttpSession; database: Db; over: () => boolean },
): Promise<void> {
  const lost = { companyId: company.id, state: 'needs-reconnect' }
  while (!over()) {
    if ((await database.collection('connections').countDocuments(lost)) > 0)
      // The api may be killed in the middle of it: the next turn begins anew.
      await reconnect(admin, { connectionId: company.connection.id, realm: company.realm }).catch(
        () => undefined,
      )
    await pause(500)
  }
}
