import type { Consent } from '@fieldledger/accounting'
import type { CompanyScope } from '@fieldledger/workflow'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import type { ConnectionRecord } from '../records/connection-record.ts'
import type { ConsentPerson } from './begin-authorisation.ts'
import { hashOf } from './one-time-state.ts'

const choiceLifetimeMs = 10 * 60_000

/** Keeps a consent that opened several companies until its person has chosen, ten minutes long; the vault forgets it then. */
export async function offerCompanies(
  ports: Pick<ConnectionPorts, 'choices' | 'vault' | 'clock' | 'newId'>,
  of: { scope: CompanyScope; connection: ConnectionRecord; consent: Consent; person: ConsentPerson },
): Promise<string> {
  const { connection, consent, person } = of
  const { companyId } = of.scope
  const { provider } = connection
  const id = ports.newId()
  const expiresAt = new Date(ports.clock.now().getTime() + choiceLifetimeMs)
  await ports.vault.hold({ id, companyId, provider }, { tokens: consent.tokens, until: expiresAt })
  await ports.choices.save({
    id,
    companyId,
    connectionId: connection.id,
    provider,
    personId: person.id,
    sessionHash: hashOf(person.sessionId),
    offered: consent.companies,
    expiresAt,
  })
  return id
}
