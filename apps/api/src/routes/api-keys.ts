import { ApiKeyView, NewApiKey, pageOf } from '@fieldledger/contract'
import type { ApiKey } from '@fieldledger/storage'
import { Missing, Unfitting } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { personMayDo } from '../sign-in/person-may-do.ts'

const dayMs = 86_400_000

export function apiKeyRoutes({ apiKeys, runtime }: Pick<Services, 'apiKeys' | 'runtime'>): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api-keys',
      policy: 'api-key.manage',
      summary: 'Lists the API keys of the company',
      answer: pageOf(ApiKeyView),
      handler: async ({ scope }) => {
        const found = await apiKeys.list(scope)
        const names = await runtime.ports.people.names({
          scope,
          ids: found.map(({ createdBy }) => createdBy),
        })
        return { rows: found.map((one) => viewKey(one, names.get(one.createdBy))) }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api-keys',
      policy: 'api-key.manage',
      summary: 'Made an API key',
      body: NewApiKey,
      answer: ApiKeyView,
      answersSecret: true,
      status: 201,
      handler: async ({ scope, body, person, audit }) => {
        const { name, permissions, days } = body
        const tooMuch = permissions.find((one) => one === 'api-key.manage' || !personMayDo(person, one))
        if (tooMuch !== undefined)
          throw new Unfitting({
            code: 'permission-too-wide',
            message: `A key cannot be given ${tooMuch}: leave it out, and do that by hand.`,
          })
        const expiresAt = new Date(Date.now() + days * dayMs)
        const made = await apiKeys.create(scope, { name, permissions, createdBy: person.id, expiresAt })
        audit({
          record: made.apiKey.id,
          after: { name, permissions, expiresAt: expiresAt.toISOString() },
        })
        return { ...viewKey(made.apiKey, person.name), key: made.key }
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/api-keys/:id',
      policy: 'api-key.manage',
      summary: 'Revoked an API key',
      answer: 'nothing',
      handler: async ({ scope, params, audit }) => {
        const revoked = await apiKeys.revoke(scope, params.id)
        if (revoked === undefined) throw new Missing()
        audit({ before: { name: revoked.name, permissions: revoked.permissions } })
        return undefined
      },
    }),
  ]
}

function viewKey(apiKey: ApiKey, createdBy: string | undefined): ApiKeyView {
  const { id, name, start, permissions, createdAt, expiresAt, lastUsedAt } = apiKey
  return {
    id,
    name,
    start,
    permissions: permissions as ApiKeyView['permissions'],
    createdBy: createdBy ?? '',
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    state: stateOf(apiKey),
    ...(lastUsedAt === undefined ? {} : { lastUsedAt: lastUsedAt.toISOString() }),
  }
}

function stateOf({ revokedAt, expiresAt }: ApiKey): ApiKeyView['state'] {
  if (revokedAt !== undefined) return 'revoked'
  return expiresAt.getTime() > Date.now() ? 'active' : 'expired'
}
