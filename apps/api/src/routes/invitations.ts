import { InvitationView, OpenInvitation, pageOf } from '@fieldledger/contract'
import type { Invitation } from '@fieldledger/storage'
import { companyScope, Role } from '@fieldledger/workflow'
import { Type } from 'typebox'
import { Missing } from '../refusals.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Services } from '../services.ts'
import { acceptInvitation, hasSignIn, openInvitation } from '../sign-in/accept-invitation.ts'
import { NewPassword } from './setup.ts'

const email = Type.String({ format: 'email', maxLength: 300 })

export function invitationRoutes(services: Services): Route[] {
  const { invitations, companies, settings } = services
  const addressOf = (token: string) => new URL(`/invitation/${token}`, settings.publicUrl).href
  const letter = (from: { person: { name: string }; company: { name: string } }) => (token: string) => ({
    subject: `${from.person.name} invites you to ${from.company.name} in Fieldledger`,
    text: `Open this link within seven days and choose a password: ${addressOf(token)}`,
  })
  return [
    defineRoute({
      method: 'GET',
      path: '/invitations',
      policy: 'people.manage',
      summary: 'Lists open invitations',
      answer: pageOf(InvitationView),
      handler: async ({ scope }) => {
        const found = await invitations.open(scope)
        return { rows: found.map(viewInvitation) }
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
          mail: letter({ person, company }),
        })
        audit({ record: invitation.id, after: { email: invitation.email, role: invitation.role } })
        return { ...viewInvitation(invitation), url: addressOf(token) }
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/invitations/:id/renew',
      policy: 'people.manage',
      summary: 'Made a new link of an invitation',
      answer: InvitationView,
      answersSecret: true,
      handler: async ({ scope, params, person, company, audit }) => {
        const renewed = await invitations.renew(scope, { id: params.id, mail: letter({ person, company }) })
        if (renewed === undefined) throw new Missing()
        audit({ after: { email: renewed.invitation.email } })
        return { ...viewInvitation(renewed.invitation), url: addressOf(renewed.token) }
      },
    }),
    defineRoute({
      method: 'DELETE',
      path: '/invitations/:id',
      policy: 'people.manage',
      summary: 'Withdrew an invitation',
      answer: 'nothing',
      handler: async ({ scope, params, audit }) => {
        const withdrawn = await invitations.withdraw(scope, params.id)
        if (withdrawn === undefined) throw new Missing()
        audit({ before: { email: withdrawn.email, role: withdrawn.role } })
        return undefined
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

function viewInvitation({ id, email, role, expiresAt }: Invitation): InvitationView {
  return { id, email, role, expiresAt: expiresAt.toISOString() }
}
