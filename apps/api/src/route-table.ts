import { ledgerRoutes } from './ledgers/ledger-routes.ts'
import type { Route } from './router/route.ts'
import { documentRoutes } from './routes/documents.ts'
import { formDraftRoutes } from './routes/form-drafts.ts'
import { formVersionRoutes } from './routes/form-versions.ts'
import { healthRoutes } from './routes/health.ts'
import { invitationRoutes } from './routes/invitations.ts'
import { meRoutes } from './routes/me.ts'
import { peopleRoutes } from './routes/people.ts'
import { setupRoutes } from './routes/setup.ts'
import { workflowRoutes } from './routes/workflow.ts'
import type { Services } from './services.ts'

/** Every route of the API, in one list: the router, the OpenAPI document and the matrix test are made from it. */
export function routeTable(services: Services): Route[] {
  const routes = [
    formDraftRoutes,
    formVersionRoutes,
    healthRoutes,
    invitationRoutes,
    ledgerRoutes,
    meRoutes,
    peopleRoutes,
    setupRoutes,
    workflowRoutes,
  ].flatMap((routesOf) => routesOf(services))
  return [...routes, ...documentRoutes(routes)]
}
