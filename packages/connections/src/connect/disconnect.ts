import {
  type Authorisation,
  AuthorisationExpired,
  LedgerError,
  type ProviderSettings,
  settingsOfCompany,
} from '@fieldledger/accounting'
import type { CompanyScope } from '@fieldledger/workflow'
import { sharingSignIn } from '../authorise/sharing-sign-in.ts'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import { wasAuthorised } from '../records/connection-record.ts'
import { connectionTarget } from '../records/connection-target.ts'
import { findConnection } from './find-connection.ts'

/**
 * Withdraws our access and erases the secrets. Lists, links, rules and effects stay, keyed by the ledger company (G-17):
 * connecting the same company again finds them. A provider that does not answer does not hold up the erasing. A sign-in
 * that opens other connections too stays for them: two that leave at once both see that they are the last.
 */
export async function disconnect(
  ports: ConnectionPorts,
  which: { scope: CompanyScope; connectionId: string },
): Promise<{ revoked: boolean }> {
  const connection = await findConnection(ports, which)
  if (!wasAuthorised(connection)) return { revoked: false }
  const target = connectionTarget(connection)
  await ports.connections.update(which.scope, { id: connection.id, change: { state: 'disconnected' } })
  const isLast = (await sharingSignIn(ports, { scope: which.scope, connection })).length === 0
  const revoked = connection.state === 'disconnected' ? false : await withdraw(ports, { target, isLast })
  if (isLast) await ports.vault.forget(target)
  return { revoked }
}

type Target = ReturnType<typeof connectionTarget>

async function withdraw(
  ports: ConnectionPorts,
  { target, isLast }: { target: Target; isLast: boolean },
): Promise<boolean> {
  const connector = ports.connectorOf(target.provider)
  const given = ports.settingsOf(target.provider, target.environment)
  if (connector === undefined || given === undefined) return false
  const { authorisation } = connector
  const settings = settingsOfCompany(given, target.ledgerCompanyId)
  try {
    const left = await leave(ports, { target, settings, authorisation })
    const mayRevoke = left === undefined ? isLast : isLast && left.stillOpen === 0
    if (mayRevoke) await authorisation.revoke(settings, (await ports.vault.read(target)).refreshToken)
    return true
  } catch (error) {
    if (error instanceof LedgerError) return false
    throw error
  }
}

/** undefined = a sign-in of this ledger opens one company. */
async function leave(
  ports: Pick<ConnectionPorts, 'vault'>,
  at: { target: Target; settings: ProviderSettings; authorisation: Authorisation },
): Promise<{ stillOpen: number } | undefined> {
  const { target, settings, authorisation } = at
  if (authorisation.leave === undefined) return undefined
  const kept = await ports.vault.read(target)
  const companyId = target.ledgerCompanyId
  try {
    return await authorisation.leave(settings, { companyId, accessToken: kept.accessToken })
  } catch (error) {
    if (!(error instanceof AuthorisationExpired)) throw error
  }
  const exchange = (refreshToken: string) => authorisation.refresh(settings, refreshToken)
  const { accessToken } = await ports.vault.refresh(target, { stale: kept, exchange })
  return authorisation.leave(settings, { companyId, accessToken })
}
