import { PersonView, pageOf } from '@fieldledger/contract'
import { Role } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { Missing, Unfitting } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'

const projectIds = Type.Array(Type.String({ maxLength: 64 }), { maxItems: 500 })

export function peopleRoutes({ memberships }: Pick<Services, 'memberships'>): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/people',
      policy: 'people.read',
      summary: 'Lists the people of the company',
      query: Type.Object({ cursor: Type.Optional(Type.String()), q: Type.Optional(Type.String()) }),
      answer: pageOf(PersonView),
      handler: async ({ scope }) => {
        const members = await memberships.members(scope)
        const rows = members.map(({ userId, companyId: _company, ...member }) => ({ id: userId, ...member }))
        return { rows: rows.sort((one, other) => one.name.localeCompare(other.name)) }
      },
    }),
    defineRoute({
      method: 'PATCH',
      path: '/people/:id',
      policy: 'people.manage',
      summary: 'Changed a person’s role',
      body: Type.Object(
        {
          role: Type.Optional(Role),
          projectIds: Type.Optional(projectIds),
          active: Type.Optional(Type.Boolean()),
        },
        { additionalProperties: false },
      ),
      answer: PersonView,
      handler: async ({ scope, params, body, person, audit }) => {
        const before = (await memberships.members(scope)).find(({ userId }) => userId === params.id)
        if (before === undefined) throw new Missing()
        if (person.id === params.id && (body.active === false || (body.role ?? 'admin') !== 'admin'))
          throw new Unfitting({
            code: 'own-role',
            message: 'You cannot take the company away from yourself: ask another administrator.',
          })
        audit({
          before: { role: before.role, projectIds: before.projectIds, active: before.active },
          after: body,
        })
        await memberships.change(scope, { userId: params.id, change: body })
        const { userId, companyId: _company, ...member } = { ...before, ...body }
        return { id: userId, ...member }
      },
    }),
  ]
}
