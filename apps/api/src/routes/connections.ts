import {
  beginAuthorisation,
  checkHealth,
  createConnection,
  disconnect,
  findConnection,
  sayCompared,
} from '@fieldledger/connections'
import {
  AuthoriseAnswer,
  AuthoriseRequest,
  ConnectionSettings,
  ConnectionView,
  DisconnectAnswer,
  NewConnection,
  pageOf,
} from '@fieldledger/contract'
import type { CompanyScope } from '@fieldledger/workflow'
import { changeConnectionSettings } from '../ledgers/change-connection-settings.ts'
import { type ComeBackServices, comeBackFromProvider } from '../ledgers/come-back-from-provider.ts'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'
import { ledgerListRoutes } from '../ledgers/ledger-list-routes.ts'
import { suggestionRoutes } from '../ledgers/suggestion-routes.ts'
import { viewConnection } from '../ledgers/view-connection.ts'
import { wholeImportRoutes } from '../ledgers/whole-import-routes.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

export function connectionRoutes(parts: {
  services: ComeBackServices & Pick<Services, 'keeper'>
  doors: LedgerDoors
}): Route[] {
  const { doors, services } = parts
  const ports = doors.connections
  const view = async (scope: CompanyScope, connectionId: string) =>
    viewConnection(doors, { scope, connection: await findConnection(ports, { scope, connectionId }) })

  return [
    defineRoute({
      method: 'GET',
      path: '/connections',
      policy: 'connection.read',
      summary: 'List the connections with ledgers',
      answer: pageOf(ConnectionView),
      handler: async ({ scope }) => {
        const found = await ports.connections.list(scope)
        return {
          rows: await Promise.all(found.map((connection) => viewConnection(doors, { scope, connection }))),
        }
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/connections/callback/:provider',
      policy: 'signed-in',
      summary: 'Come back from the consent page of a ledger',
      answer: { bytes: 'text/html' },
      handler: async ({ params, user, request, reply }) => {
        const callback = { provider: params.provider, path: request.originalUrl, user }
        reply.setHeader('referrer-policy', 'no-referrer')
        const page = await comeBackFromProvider(parts, callback)
        services.keeper.forget()
        reply.redirect(303, page)
        return undefined
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/connections/:id',
      policy: 'connection.read',
      summary: 'Read a connection',
      answer: ConnectionView,
      handler: ({ scope, params }) => view(scope, params.id),
    }),
    defineRoute({
      method: 'POST',
      path: '/connections',
      policy: 'connection.manage',
      summary: 'Add a connection, to be authorised next',
      body: NewConnection,
      answer: ConnectionView,
      status: 201,
      handler: async ({ scope, company, body, audit }) => {
        const connection = await createConnection(ports, { scope, company, ...body })
        audit({ record: connection.id, after: body })
        return viewConnection(doors, { scope, connection })
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/connections/:id/authorize',
      policy: 'connection.manage',
      summary: 'Begin the consent for a connection',
      body: AuthoriseRequest,
      answer: AuthoriseAnswer,
      handler: ({ scope, company, user, params, body }) =>
        beginAuthorisation(ports, { scope, company, person: user, connectionId: params.id, ...body }),
    }),
    defineRoute({
      method: 'POST',
      path: '/connections/:id/health',
      policy: 'connection.read',
      summary: 'Check whether a connection works',
      answer: ConnectionView,
      unaudited: true,
      handler: async ({ scope, params, person }) => {
        const asked = { personId: person.id }
        const connection = await checkHealth(ports, { scope, connectionId: params.id, asked })
        await doors.tell(scope, { topic: 'connections', id: params.id })
        return viewConnection(doors, { scope, connection })
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/connections/:id/settings',
      policy: 'catalogue.edit',
      summary: 'Change the mapping rules of a connection, and what is sent by itself',
      body: ConnectionSettings,
      answer: ConnectionView,
      handler: async ({ scope, params, body, audit }) => {
        const before = await changeConnectionSettings(doors, { scope, connectionId: params.id, change: body })
        const { name, rules, sending } = before
        audit({ before: { name, rules, ...(sending === undefined ? {} : { sending }) }, after: body })
        services.keeper.forget()
        return view(scope, params.id)
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/connections/:id/compared',
      policy: 'connection.manage',
      summary: 'Say that the books were compared after our database was restored',
      answer: ConnectionView,
      handler: async ({ scope, params, user, audit }) => {
        const connectionId = params.id
        const connection = await sayCompared(ports, {
          scope,
          connectionId,
          personId: user.id,
          at: new Date(),
        })
        audit({ after: { restored: connection.restored } })
        services.keeper.forget()
        await doors.tell(scope, { topic: 'connections', id: connectionId })
        return viewConnection(doors, { scope, connection })
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/connections/:id',
      policy: 'connection.manage',
      summary: 'Disconnect a ledger',
      answer: DisconnectAnswer,
      handler: async ({ scope, params }) => {
        const answer = await disconnect(ports, { scope, connectionId: params.id })
        await doors.tell(scope, { topic: 'connections', id: params.id })
        return answer
      },
    }),
    ...ledgerListRoutes(doors),
    ...suggestionRoutes(doors),
    ...wholeImportRoutes(doors),
  ]
}
