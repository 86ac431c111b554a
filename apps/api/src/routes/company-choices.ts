import { chooseCompanies, describeChoice } from '@fieldledger/connections'
import { ChosenAnswer, ChosenCompanies, CompanyChoiceView } from '@fieldledger/contract'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'
import { logoUrl } from '../ledgers/logo-url.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

/** A consent that opened several companies of the ledger waits here for its person. */
export function companyChoiceRoutes(parts: {
  services: Pick<Services, 'keeper'>
  doors: LedgerDoors
}): Route[] {
  const { doors, services } = parts
  const ports = doors.connections
  return [
    defineRoute({
      method: 'GET',
      path: '/company-choices/:id',
      policy: 'connection.manage',
      summary: 'Read among which companies of a ledger there is to choose after a consent',
      answer: CompanyChoiceView,
      handler: async ({ scope, user, params }) => {
        const choice = await describeChoice(ports, { scope, person: user, choiceId: params.id })
        const { provider, environment, name } = choice.connection
        return {
          id: params.id,
          providerLabel: ports.connectorOf(provider)?.label ?? name,
          logoUrl: logoUrl(provider),
          environment,
          expiresAt: choice.expiresAt.toISOString(),
          companies: choice.companies,
        }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/company-choices/:id',
      policy: 'connection.manage',
      summary: 'Connect the chosen companies of a consent, each by a connection of its own',
      body: ChosenCompanies,
      answer: ChosenAnswer,
      handler: async ({ scope, company, user, params, body, audit }) => {
        const wish = { scope, company, person: user, choiceId: params.id, chosen: body.companies }
        const { connectionIds } = await chooseCompanies(ports, wish)
        audit({ after: { companies: body.companies, connectionIds } })
        services.keeper.forget()
        for (const id of connectionIds) await doors.tell(scope, { topic: 'connections', id })
        return { connectionIds }
      },
    }),
  ]
}
