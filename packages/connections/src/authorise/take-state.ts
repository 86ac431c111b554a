import type { ConnectionPorts } from '../ports/connection-ports.ts'
import type { AuthorisationStateRecord } from '../records/authorisation-state-record.ts'
import { ConnectionRefused } from '../refusals/connection-refused.ts'
import type { ConsentPerson } from './begin-authorisation.ts'
import { hashOf } from './one-time-state.ts'

/** The state that came back with the browser, used up by this; refused when it is another person's, session's or provider's. */
export async function takeState(
  ports: Pick<ConnectionPorts, 'states' | 'clock'>,
  callback: { state: string | undefined; provider: string; person: ConsentPerson },
): Promise<AuthorisationStateRecord> {
  if (callback.state === undefined || callback.state === '') throw new ConnectionRefused('state-unknown')
  const found = await ports.states.take(hashOf(callback.state))
  if (found === undefined || found.expiresAt <= ports.clock.now())
    throw new ConnectionRefused('state-unknown')
  const { person, provider } = callback
  if (
    found.personId !== person.id ||
    found.sessionHash !== hashOf(person.sessionId) ||
    found.provider !== provider
  )
    throw new ConnectionRefused('state-foreign')
  return found
}
