import { findConnection } from '../connect/find-connection.ts'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import type { ConnectionRecord } from '../records/connection-record.ts'
import { connectedCompanies } from './connected-companies.ts'
import { type ChoiceAsked, findChoice } from './find-choice.ts'

export interface DescribedChoice {
  connection: ConnectionRecord
  expiresAt: Date
  companies: { id: string; name?: string; connected: boolean }[]
}

/** What there is to choose among, and which of it is connected already. */
export async function describeChoice(ports: ConnectionPorts, asked: ChoiceAsked): Promise<DescribedChoice> {
  const { scope } = asked
  const { connectionId, offered, expiresAt } = await findChoice(ports, asked)
  const connection = await findConnection(ports, { scope, connectionId })
  const connected = await connectedCompanies(ports, { scope, connection })
  const companies = offered.map((company) => ({ ...company, connected: connected.has(company.id) }))
  return { connection, expiresAt, companies }
}
