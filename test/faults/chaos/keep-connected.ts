import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from 'mongodb'
import type { HttpSession } from '../../support/http-session.ts'
import type { SendingCompany } from '../../support/make-company.ts'
import { reconnect } from '../../support/reconnect.ts'

/**
 * What an admin does who is told that the ledger refuses the sign-in: connects the same books again. It happens when a
 * worker is killed between the ledger's new refresh token and our keeping it: nobody has that one, and the old one is
 * used up. Runs that came to their ledger's step meanwhile have stopped, and are tried again as their reason says.
 */
export async function keepConnected(
  company: SendingCompany,
  { admin, database, over }: { admin: HttpSession; database: Db; over: () => boolean },
): Promise<void> {
  const lost = { companyId: company.id, state: 'needs-reconnect' }
  const runs = database.collection<{ _id: string }>('runs')
  while (!over()) {
    // The api may be killed in the middle of it: the next turn begins anew.
    if ((await database.collection('connections').countDocuments(lost)) > 0)
      await reconnect(admin, { connectionId: company.connection.id, realm: company.realm }).catch(nextTurn)
    else
      for (const { _id } of await runs.find(stoppedWithoutConnection(company.id)).toArray())
        await admin.call('POST', `/runs/${_id}/retry`, {}).catch(nextTurn)
    await pause(500)
  }
}

export const stoppedWithoutConnection = (companyId: string) => ({
  companyId,
  state: 'needs-attention',
  'error.code': 'no-connection',
})

const nextTurn = () => undefined
