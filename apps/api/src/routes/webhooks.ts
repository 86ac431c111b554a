import { ledgerKey } from '@fieldledger/accounting'
import { companyScope, type Environment } from '@fieldledger/workflow'
import { Missing, SignatureRefused } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

const environments: readonly Environment[] = ['production', 'sandbox', 'practice']

/** What ledgers tell: kept durably, one row an event, and answered before anybody looks at it. */
export function webhookRoutes(services: Services): Route[] {
  const { connectors, ledgerEvents, runtime } = services
  return [
    defineRoute({
      method: 'POST',
      path: '/webhooks/:provider',
      policy: 'public',
      summary: 'Takes what a ledger tells, signed by it',
      signedBody: true,
      keepsReads: true,
      answer: { bytes: 'text/plain' },
      handler: async ({ params, request, reply }) => {
        const webhooks = connectors.find(({ id }) => id === params.provider)?.webhooks
        if (webhooks === undefined) throw new Missing()
        const body: unknown = request.body
        const message = {
          header: (name: string) => request.get(name),
          body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
        }
        for (const environment of environments) {
          const secret = services.settingsOf(params.provider, environment)?.webhookSecret
          const told = secret === undefined ? undefined : webhooks.read({ ...message, secret })
          if (told === undefined) continue
          const books = await services.connectedCompanies({
            provider: params.provider,
            environment,
            ledgerCompanyIds: [...new Set(told.map(({ ledgerCompanyId }) => ledgerCompanyId))],
          })
          for (const { companyId, ledgerCompanyId } of books) {
            const ledger = ledgerKey({ provider: params.provider, environment, ledgerCompanyId })
            const events = told
              .filter((event) => event.ledgerCompanyId === ledgerCompanyId)
              .map(({ id: eventId, record, remoteId }) => ({
                ...{ id: runtime.newId(), companyId, ledger, eventId, record, remoteId },
                receivedAt: runtime.clock.now(),
                state: 'received' as const,
              }))
            await ledgerEvents.keep(companyScope(companyId), events)
          }
          // Ledgers ask for 200 and an empty body, also where nobody here is concerned.
          reply.status(200).end()
          return undefined
        }
        throw new SignatureRefused(
          'This message is not signed by that ledger: set its key in the settings of this server.',
        )
      },
    }),
  ]
}
