import { ConnectionRefused, finishAuthorisation } from '@fieldledger/connections'
import { mayDo } from '@fieldledger/contract'
import type { CompanyScope } from '@fieldledger/workflow'
import { NotAllowed } from '../refusals.ts'
import type { SignedIn } from '../router/route.ts'
import type { Services } from '../services.ts'
import type { LedgerDoors } from './ledger-doors.ts'

export type ComeBackServices = Pick<Services, 'settings' | 'companies' | 'memberships' | 'audit' | 'log'>

/** The page to show after the consent: the connection, the choice among companies, or the list with a code that it has a sentence for. */
export async function comeBackFromProvider(
  { services, doors }: { services: ComeBackServices; doors: LedgerDoors },
  callback: { provider: string; path: string; user: SignedIn },
): Promise<string> {
  const { user, provider } = callback
  const companyOf = async (scope: CompanyScope) => {
    const membership = await services.memberships.find(scope, user.id)
    const company = await services.companies.find(scope)
    if (membership === undefined || company === undefined || !mayDo(membership.role, 'connection.manage'))
      throw new NotAllowed()
    return { ...company, scope }
  }
  let scope: CompanyScope | undefined
  const note = async (result: 'done' | 'refused', more: { record?: string; reason?: string }) => {
    if (scope === undefined) return
    const by = { id: user.id, name: user.name }
    await services.audit.record(scope, { by, what: 'Connect a ledger by its consent page', result, ...more })
  }
  try {
    const made = await finishAuthorisation(doors.connections, {
      provider,
      url: new URL(callback.path, services.settings.publicUrl).toString(),
      person: user,
      companyOf: async (found) => {
        scope = found
        return companyOf(found)
      },
    })
    if ('choiceId' in made) return `/connections/choose/${made.choiceId}`
    await note('done', { record: made.connectionId })
    return `/connections/${made.connectionId}`
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) services.log.error({ err: error, provider }, 'a consent could not be taken')
    await note('refused', { reason: code ?? 'unexpected' })
    return `/connections?error=${code ?? 'exchange-failed'}`
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof ConnectionRefused || error instanceof NotAllowed ? error.code : undefined
}
