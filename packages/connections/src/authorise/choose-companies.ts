import { refuseForbiddenEnvironment } from '../connect/allowed-environment.ts'
import { findConnection } from '../connect/find-connection.ts'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import type { CompanyChoiceRecord } from '../records/company-choice-record.ts'
import {
  type AuthorisedConnection,
  type ConnectionRecord,
  wasAuthorised,
} from '../records/connection-record.ts'
import { ConnectionRefused } from '../refusals/connection-refused.ts'
import { activateConnection } from './activate-connection.ts'
import { connectedCompanies } from './connected-companies.ts'
import { type ChoiceAsked, findChoice } from './find-choice.ts'
import { freshConnection } from './fresh-connection.ts'
import { moveToSignIn } from './move-to-sign-in.ts'
import { settleLedger } from './settle-ledger.ts'

/** Each chosen company becomes a connection of its own; the consent stays one sign-in, which they share. */
export async function chooseCompanies(
  ports: ConnectionPorts,
  wish: ChoiceAsked & { company: { practice: boolean }; chosen: readonly string[] },
): Promise<{ connectionIds: string[] }> {
  const { scope, person } = wish
  const choice = await findChoice(ports, wish)
  const asker = await findConnection(ports, { scope, connectionId: choice.connectionId })
  refuseForbiddenEnvironment(asker.environment, wish.company)
  const chosen = await chosenCompanies(ports, { ...wish, choice, asker })
  if (!(await ports.choices.take(scope, choice.id))) throw new ConnectionRefused('state-unknown')
  const settled: AuthorisedConnection[] = []
  for (const [place, company] of chosen.entries()) {
    const isFirst = place === 0 || wasAuthorised(asker)
    const connection = isFirst ? asker : freshConnection(ports, asker)
    if (!isFirst) await ports.connections.insert(connection)
    settled.push(await settleLedger(ports, { ...consented, scope, connection, ledgerCompanyId: company.id }))
  }
  for (const [place, connection] of settled.entries()) {
    const named = nameFor({
      connection,
      asker,
      company: chosen[place]?.name,
      isOneOfSeveral: chosen.length > 1,
    })
    await moveToSignIn(ports, { scope, connection, signInId: choice.id, name: named })
  }
  const place = { id: choice.id, companyId: scope.companyId, provider: choice.provider }
  if (!(await ports.vault.adopt(place))) throw new ConnectionRefused('state-unknown')
  for (const { id } of settled)
    await activateConnection(ports, { scope, connectionId: id, personId: person.id })
  if (wasAuthorised(asker))
    await ports.connections.update(scope, { id: asker.id, change: { state: 'disconnected' } })
  return { connectionIds: settled.map(({ id }) => id) }
}

/** Another ledger company was confirmed before the consent, or there was none. */
const consented = { otherLedgerConfirmed: true }

async function chosenCompanies(
  ports: ConnectionPorts,
  of: ChoiceAsked & { chosen: readonly string[]; choice: CompanyChoiceRecord; asker: ConnectionRecord },
): Promise<CompanyChoiceRecord['offered']> {
  const wanted = new Set(of.chosen)
  const chosen = of.choice.offered.filter(({ id }) => wanted.has(id))
  if (wanted.size === 0 || chosen.length !== wanted.size) throw new ConnectionRefused('company-not-offered')
  const connected = await connectedCompanies(ports, { scope: of.scope, connection: of.asker })
  if (chosen.some(({ id }) => connected.has(id))) throw new ConnectionRefused('ledger-already-connected')
  return chosen
}

/** Several of one ledger are told apart by their companies' names; one that a person named keeps its own. */
function nameFor(of: {
  connection: AuthorisedConnection
  asker: ConnectionRecord
  company: string | undefined
  isOneOfSeveral: boolean
}): string {
  const { connection, asker, company } = of
  const isAsUsual = connection.name === asker.name
  return isAsUsual && of.isOneOfSeveral && company !== undefined
    ? `${asker.name}: ${company}`.slice(0, 120)
    : connection.name
}
