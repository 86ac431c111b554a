import { createUser } from '@fieldledger/storage'
import { companyScope } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { Unfitting } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

const text = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' })

export const NewPassword = Type.String({ minLength: 8, maxLength: 200 })

/** The first admin and company, with the one-time code of the log; closed for good once anybody exists. */
export function setupRoutes(
  services: Pick<Services, 'setupCode' | 'companies' | 'memberships' | 'database'>,
): Route[] {
  const { setupCode, companies, memberships, database } = services
  return [
    defineRoute({
      method: 'GET',
      path: '/setup',
      policy: 'public',
      summary: 'Whether the first administrator is still to be made',
      answer: Type.Object({ needed: Type.Boolean() }),
      handler: async () => ({ needed: await setupCode.needed() }),
    }),
    defineRoute({
      method: 'POST',
      path: '/setup',
      policy: 'public',
      summary: 'Makes the first administrator and company',
      body: Type.Object(
        {
          code: Type.String({ maxLength: 100 }),
          name: text,
          email: Type.String({ format: 'email', maxLength: 300 }),
          password: NewPassword,
          company: text,
          currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
          timeZone: Type.Optional(Type.String({ enum: Intl.supportedValuesOf('timeZone') })),
        },
        { additionalProperties: false },
      ),
      answer: 'nothing',
      handler: async ({ body }) => {
        if (!(await setupCode.redeem(body.code)))
          throw new Unfitting({
            code: 'setup-code-wrong',
            message: 'This code is not the one in the server’s log: copy the newest one from there.',
          })
        const user = await createUser({ database, ...body })
        const company = await companies.create({
          name: body.company,
          currency: body.currency ?? 'USD',
          timeZone: body.timeZone ?? 'UTC',
          practice: false,
        })
        await memberships.add(companyScope(company.id), { userId: user.id, role: 'admin' })
        return undefined
      },
    }),
  ]
}
