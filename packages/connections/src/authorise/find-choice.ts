import type { CompanyScope } from '@fieldledger/workflow'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import type { CompanyChoiceRecord } from '../records/company-choice-record.ts'
import { ConnectionRefused } from '../refusals/connection-refused.ts'
import type { ConsentPerson } from './begin-authorisation.ts'
import { hashOf } from './one-time-state.ts'

export interface ChoiceAsked {
  scope: CompanyScope
  person: ConsentPerson
  choiceId: string
}

/** Open still, and this person's in this sign-in; another company does not learn that there is one. */
export async function findChoice(
  ports: Pick<ConnectionPorts, 'choices' | 'clock'>,
  { scope, person, choiceId }: ChoiceAsked,
): Promise<CompanyChoiceRecord> {
  const choice = await ports.choices.find(scope, choiceId)
  if (choice === undefined || choice.expiresAt <= ports.clock.now())
    throw new ConnectionRefused('state-unknown')
  if (choice.personId !== person.id || choice.sessionHash !== hashOf(person.sessionId))
    throw new ConnectionRefused('state-foreign')
  return choice
}
