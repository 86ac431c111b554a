import { InvitationView, OpenInvitation, pageOf } from '@fieldledger/contract'
import { companyScope, Role } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { acceptInvitation, hasSignIn, openInvitation } from '../sign-in/accept-invitation.ts'
import { NewPassword } from './setup.ts'

const email = Type.String({ format: 'email', maxLength: 300 })

export function invitationRoutes(services: Services): Route[] {
  const { invitations, companies, settings } = services
  const addressOf = (token: string) => new URL(`/invitation/${token}`, settings.publicUrl).href
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
      answersSecret: true,
      status: 201,
      handler: async ({ scope, body, person, company, audit }) => {
        const { invitation, token } = await invitations.create(scope, {
          email: body.email,
          role: body.role,
          projectIds: body.projectIds ?? [],
          invitedBy: person.id,
          mail: (secret) => ({
            subject: `${person.name} invites you to ${company.name} in Fieldledger`,
            text: `Open this link within seven days and choose a password: ${addressOf(secret)}`,
          }),
        })
        const url = addressOf(token)
        audit({ record: invitation.id, after: { email: invitation.email, role: invitation.role } })
        const { id, email, role, expiresAt } = invitation
        return { id, email, role, expiresAt: expiresAt.toISOString(), url }
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/invitations/:token',
      policy: 'public',
      summary: 'Shows whoever holds an invitation what it is for',
      answer: OpenInvitation,
      handler: async ({ params }) => {
        const invitation = await openInvitation(services, params.token)
        const company = await companies.find(companyScope(invitation.companyId))
        return {
          email: invitation.email,
          role: invitation.role,
          company: company?.name ?? '',
          hasSignIn: await hasSignIn(services, invitation),
        }
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
        const invitation = await acceptInvitation(services, body)
        const company = await companies.find(companyScope(invitation.companyId))
        return { email: invitation.email, company: company?.name ?? '' }
      },
    }),
  ]
}
