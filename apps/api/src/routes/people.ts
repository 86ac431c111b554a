import { PersonView, pageOf } from '@fieldledger/contract'
import type { Member } from '@fieldledger/storage'
import { Role } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { Missing, Unfitting } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { personMayDo } from '../sign-in/person-may-do.ts'

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
          supervisorId: Type.Optional(Type.Union([Type.String({ maxLength: 64 }), Type.Null()])),
        },
        { additionalProperties: false },
      ),
      answer: PersonView,
      handler: async ({ scope, params, body, person, audit }) => {
        const members = await memberships.members(scope)
        const before = members.find(({ userId }) => userId === params.id)
        if (before === undefined) throw new Missing()
        if (person.id === params.id && (body.active === false || (body.role ?? 'admin') !== 'admin'))
          throw new Unfitting({
            code: 'own-role',
            message: 'You cannot take the company away from yourself: ask another administrator.',
          })
        const { supervisorId } = body
        if (typeof supervisorId === 'string' && supervisorId !== before.supervisorId)
          refuseAsSupervisor({
            of: params.id,
            supervisor: members.find(({ userId }) => userId === supervisorId),
          })
        audit({
          before: {
            role: before.role,
            projectIds: before.projectIds,
            active: before.active,
            supervisorId: before.supervisorId,
          },
          after: body,
        })
        await memberships.change(scope, { userId: params.id, change: body })
        const { userId, companyId: _company, ...member } = { ...before, ...body }
        return { id: userId, ...member }
      },
    }),
  ]
}

function refuseAsSupervisor({ of, supervisor }: { of: string; supervisor: Member | undefined }): void {
  if (supervisor?.userId === of)
    throw new Unfitting({
      code: 'own-supervisor',
      message: 'Nobody is their own supervisor: choose another one.',
    })
  if (supervisor === undefined || !supervisor.active || !personMayDo(supervisor, 'task.decide'))
    throw new Unfitting({
      code: 'no-supervisor-by-role',
      message:
        'This person does not decide anything here: choose somebody who may, or change their role first.',
    })
}
