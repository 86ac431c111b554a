import { pageOf, SecretInput, SecretView } from '@fieldledger/contract'
import { BadRequest, Missing } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

/** Named secrets for steps: whoever draws workflows knows their names, nobody reads a value again. */
export function secretRoutes({ secrets }: Pick<Services, 'secrets'>): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/secrets',
      policy: 'workflow.read',
      summary: 'Lists the names of the secrets that steps may use',
      answer: pageOf(SecretView),
      handler: async ({ scope }) => {
        const found = await secrets.list(scope)
        return {
          rows: found.map(({ name, origin, savedAt }) => ({ name, origin, savedAt: savedAt.toISOString() })),
        }
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/secrets',
      policy: 'company.manage',
      summary: 'Saved a secret',
      body: SecretInput,
      answer: 'nothing',
      hint: 'workflow',
      handler: async ({ scope, body, person, audit }) => {
        const { name, value } = body
        const origin = originOf(body.origin)
        audit({ record: name, after: { name, origin } })
        await secrets.save(scope, { name, origin, value, by: person.id })
        return undefined
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/secrets/:name',
      policy: 'company.manage',
      summary: 'Removed a secret',
      answer: 'nothing',
      hint: 'workflow',
      handler: async ({ scope, params, audit }) => {
        audit({ record: params.name })
        if (!(await secrets.remove(scope, params.name))) throw new Missing()
        return undefined
      },
    }),
  ]
}

function originOf(address: string): string {
  if (URL.canParse(address)) return new URL(address).origin
  throw new BadRequest([
    { path: '/origin', code: 'format', message: 'origin must be an address such as https://api.example.com' },
  ])
}
