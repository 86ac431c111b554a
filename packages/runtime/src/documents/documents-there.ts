import type { CallScope, LedgerDocument, LedgerDriver } from '@fieldledger/accounting'
import { type ConnectionSummary, documentThere, type MetThere, type Problem } from '@fieldledger/workflow'
import type { Claiming } from './unclaimed.ts'
import { unclaimed } from './unclaimed.ts'

/** Ledgers give the newest first, and a vendor may have numbered hundreds alike. */
const mostShown = 10

export interface LookThere extends Omit<Claiming, 'connectionId'> {
  connection: ConnectionSummary
  driver: LedgerDriver
  call: CallScope
  submissionId: string
}

/** What bears the number of ours for that vendor there, and was made by no form: a person says what it is. */
export async function documentsThere(
  look: LookThere,
  { ours, met }: { ours: LedgerDocument; met: MetThere },
): Promise<Problem[]> {
  const { runtime, scope, connection, submissionId, effect } = look
  const { kind, number, party, date, net } = ours
  const found = await look.driver.run({
    operation: 'document.find',
    input: { kind, number, party, date, net },
    scope: look.call,
  })
  const connectionId = connection.id
  const free = await unclaimed(found, { runtime, scope, connectionId, effect })
  if (free.length === 0) return []
  const { effects } = runtime.ports.stores.of(scope)
  const which = { connectionId, number, partyId: party.id, besides: submissionId }
  if ((await effects.inDoubt(which)) !== undefined) return [onItsWay(number, connection)]
  return free.slice(0, mostShown).map((theirs) => documentThere(ours, { theirs, connection, met }))
}

/** It may be what another form has just sent: it is offered to nobody before that is known. */
function onItsWay(number: string, { id, providerLabel }: ConnectionSummary): Problem {
  return {
    code: 'number-in-doubt',
    severity: 'error',
    message: `Another form of the same vendor went to ${providerLabel} as ${number}, and it is being found out whether it arrived: wait until that is known, then try again.`,
    cure: 'retry',
    params: { number, connectionId: id },
  }
}
