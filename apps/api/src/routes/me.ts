import { CompanyView, Me, Permission } from '@fieldledger/contract'
import { reschedule } from '@fieldledger/runtime'
import { companyScope } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { Missing } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { CompanyCall, Route } from '../router/route.ts'
import type { Company, Services } from '../services.ts'
import { personMayDo } from '../sign-in/person-may-do.ts'

type MeServices = Pick<Services, 'companies' | 'memberships' | 'runtime'>

export function meRoutes(services: MeServices): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/me',
      // Everybody who works in a company may see submissions of some sort: the least permission there is.
      policy: 'submission.read',
      summary: 'Who is signed in, in which company, and what they may do',
      answer: Me,
      handler: (call) => describeMe(services, call),
    }),
    defineRoute({
      method: 'POST',
      path: '/me/company',
      policy: 'signed-in',
      summary: 'Chooses the company that requests without a company mean',
      body: Type.Object({ companyId: Type.String({ maxLength: 64 }) }, { additionalProperties: false }),
      answer: 'nothing',
      handler: async ({ user, body }) => {
        const scope = companyScope(body.companyId)
        if ((await services.memberships.find(scope, user.id)) === undefined) throw new Missing()
        await services.memberships.choose(scope, user.id)
        return undefined
      },
    }),
    defineRoute({
      method: 'PATCH',
      path: '/companies/:id',
      policy: 'company.manage',
      summary: 'Changed the company',
      body: Type.Object(
        {
          name: Type.Optional(Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' })),
          timeZone: Type.Optional(Type.String({ enum: Intl.supportedValuesOf('timeZone') })),
        },
        { additionalProperties: false },
      ),
      answer: CompanyView,
      handler: async ({ scope, params, body, company, audit }) => {
        if (params.id !== scope.companyId) throw new Missing()
        audit({ before: { name: company.name, timeZone: company.timeZone }, after: body })
        const changed = await services.companies.change(scope, body)
        if (body.timeZone !== undefined && body.timeZone !== company.timeZone)
          await reschedule({ runtime: services.runtime, companyId: scope.companyId, zone: body.timeZone })
        return companyView(changed ?? company)
      },
    }),
  ]
}

async function describeMe(
  services: MeServices,
  { person, company }: Pick<CompanyCall<unknown, unknown, unknown>, 'person' | 'company'>,
): Promise<Me> {
  const memberships = await services.memberships.ofUser(person.id)
  const companies = await services.companies.findMany(memberships.map(({ companyId }) => companyId))
  const roles = new Map(memberships.map(({ companyId, role }) => [companyId, role]))
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    company: companyView(company),
    role: person.role,
    permissions: Permission.anyOf.map(({ const: name }) => name).filter((name) => personMayDo(person, name)),
    companies: companies.map(({ id, name, practice }) => ({
      id,
      name,
      practice,
      role: roles.get(id) ?? person.role,
    })),
  }
}

function companyView({ id, name, currency, timeZone, practice }: Company): CompanyView {
  return {
    id,
    name,
    currency,
    timeZone,
    practice,
    environments: practice ? ['practice'] : ['sandbox', 'production'],
  }
}
