import { pageOf } from '@fieldledger/contract'
import { createUser, definePeopleModels } from '@fieldledger/storage'
import { companyScope, Role } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { Missing, Unfitting } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { NewPassword } from './setup.ts'

const email = Type.String({ format: 'email', maxLength: 300 })
const InvitationView = Type.Object({
  id: Type.String(),
  email: Type.String(),
  role: Role,
  expiresAt: Type.String(),
  /** Shown once, to whoever invites. */
  url: Type.Optional(Type.String()),
})

export function invitationRoutes(services: Services): Route[] {
  const { invitations, memberships, companies, settings, database } = services
  return [
    defineRoute({
      method: 'GET',
      path: '/invitations',
      policy: 'people.manage',
      summary: 'Lists open invitations',
      answer: pageOf(InvitationView),
      handler: async ({ scope }) => {
        const found = await invitations.open(scope)
        return {
          rows: found.map(({ id, email, role, expiresAt }) => ({
            id,
            email,
            role,
            expiresAt: expiresAt.toISOString(),
          })),
        }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/invitations',
      policy: 'people.manage',
      summary: 'Invited a person',
      body: Type.Object(
        {
          email,
          role: Role,
          projectIds: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 500 })),
        },
        { additionalProperties: false },
      ),
      answer: InvitationView,
      status: 201,
      handler: async ({ scope, body, person, company, audit }) => {
        const { invitation, token } = await invitations.create(scope, {
          email: body.email,
          role: body.role,
          projectIds: body.projectIds ?? [],
          invitedBy: person.id,
        })
        const url = new URL(`/invitation/${token}`, settings.publicUrl).href
        await invitations.postMail(scope, {
          to: invitation.email,
          subject: `${person.name} invites you to ${company.name} in Fieldledger`,
          text: `Open this link within seven days and choose a password: ${url}`,
        })
        audit({ record: invitation.id, after: { email: invitation.email, role: invitation.role } })
        const { id, email, role, expiresAt } = invitation
        return { id, email, role, expiresAt: expiresAt.toISOString(), url }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/invitations/accept',
      policy: 'public',
      summary: 'Accepts an invitation by its token',
      body: Type.Object(
        {
          token: Type.String({ minLength: 20, maxLength: 100 }),
          name: Type.Optional(Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' })),
          password: NewPassword,
        },
        { additionalProperties: false },
      ),
      answer: Type.Object({ email: Type.String(), company: Type.String() }),
      handler: async ({ body }) => {
        const invitation = await invitations.byToken(body.token)
        if (invitation === undefined) throw new Missing()
        const scope = companyScope(invitation.companyId)
        const userId = await userOf(invitation.email, body)
        if (!(await invitations.accept(invitation))) throw new Missing()
        await memberships.add(scope, { userId, ...invitation })
        const company = await companies.find(scope)
        return { email: invitation.email, company: company?.name ?? '' }
      },
    }),
  ]

  /** Somebody who has a sign-in already proves it; an invitation never changes a password. */
  async function userOf(email: string, given: { name?: string; password: string }): Promise<string> {
    const { users } = definePeopleModels(database.connection)
    const known = await users.findOne({ email }).lean()
    if (known === null) {
      const { id } = await createUser({
        database,
        email,
        name: given.name ?? email,
        password: given.password,
      })
      return id
    }
    const context = await services.auth.$context
    const account = (await context.internalAdapter.findAccounts(known._id)).find(({ password }) => password)
    const proven =
      account?.password &&
      (await context.password.verify({ hash: account.password, password: given.password }))
    if (!proven)
      throw new Unfitting({
        code: 'password-wrong',
        message: 'You have a sign-in here already: enter its password to join the company.',
      })
    return known._id
  }
}
