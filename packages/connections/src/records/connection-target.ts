import type { ConnectionTarget } from '@fieldledger/accounting'
import type { AuthorisedConnection } from './connection-record.ts'

/** What a driver needs to know about a connection. */
export function connectionTarget(connection: AuthorisedConnection): ConnectionTarget {
  const { subsidiary } = connection.rules
  return {
    id: connection.id,
    companyId: connection.companyId,
    provider: connection.provider,
    environment: connection.environment,
    ledgerCompanyId: connection.ledgerCompanyId,
    currency: connection.currency ?? 'USD',
    ...(connection.signInId === undefined ? {} : { signInId: connection.signInId }),
    ...(subsidiary === undefined ? {} : { subsidiary: subsidiary.id }),
  }
}
