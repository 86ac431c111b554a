import { allowedEnvironment } from '@fieldledger/connections'
import { ProviderView, pageOf } from '@fieldledger/contract'
import type { Environment } from '@fieldledger/workflow'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'
import { logoUrl } from '../ledgers/logo-url.ts'
import { Missing } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'

const environments: readonly Environment[] = ['practice', 'production', 'sandbox']
const noKeys = 'This server has no keys for it yet: whoever runs the server adds them, see the README.'

export function providerRoutes(doors: LedgerDoors): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/providers',
      policy: 'connection.read',
      summary: 'List the ledgers that can be connected',
      answer: pageOf(ProviderView),
      handler: ({ company }) => ({
        rows: doors.connectors.map(({ id, label, capabilities }) => ({
          id,
          label,
          capabilities,
          logoUrl: logoUrl(id),
          environments: environments
            .filter((environment) => allowedEnvironment(environment, company))
            .map((environment) => {
              const available = doors.connections.settingsOf(id, environment) !== undefined
              return { environment, available, ...(available ? {} : { reason: noKeys }) }
            }),
        })),
      }),
    }),
    defineRoute({
      method: 'GET',
      path: '/providers/:id/logo.svg',
      policy: 'signed-in',
      summary: 'The mark of a ledger',
      answer: { bytes: 'image/svg+xml' },
      handler: ({ params, reply }) => {
        const connector = doors.connections.connectorOf(params.id)
        if (connector === undefined) throw new Missing()
        reply
          .setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
          .setHeader('cache-control', 'private, max-age=86400')
          .type('image/svg+xml')
          .send(connector.logo)
        return undefined
      },
    }),
  ]
}
