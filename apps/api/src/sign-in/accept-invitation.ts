import { createUser, definePeopleModels, type Invitation } from '@fieldledger/storage'
import { companyScope } from '@fieldledger/workflow'
import { Unfitting } from '../refusals.ts'
import type { Services } from '../services.ts'
import { callAuth } from './call-auth.ts'

type Needed = Pick<Services, 'invitations' | 'memberships' | 'database' | 'auth'>

/** What whoever invited said, or the same sentence for a token that was used, has run out, or never was. */
export async function openInvitation(
  { invitations }: Pick<Services, 'invitations'>,
  token: string,
): Promise<Invitation> {
  const invitation = await invitations.byToken(token)
  if (invitation === undefined) throw invitationOver()
  return invitation
}

export async function hasSignIn(
  { database }: Pick<Services, 'database'>,
  { email }: Invitation,
): Promise<boolean> {
  return (await definePeopleModels(database.connection).users.exists({ email })) !== null
}

/** Uses the invitation up before anybody is made, so that of two at once one gets in and the other one changes nothing. */
export async function acceptInvitation(
  services: Needed,
  given: { token: string; name?: string; password: string },
): Promise<Invitation> {
  const { invitations, memberships, database } = services
  const invitation = await openInvitation(services, given.token)
  const { email } = invitation
  const proven = await provenUser(services, { email, password: given.password })
  if (!(await invitations.accept(invitation))) throw invitationOver()
  const userId =
    proven ?? (await createUser({ database, email, name: given.name ?? email, password: given.password })).id
  await memberships.add(companyScope(invitation.companyId), { userId, ...invitation })
  return invitation
}

/** Somebody who has a sign-in already proves it; an invitation never changes a password. */
async function provenUser(
  { database, auth }: Needed,
  { email, password }: { email: string; password: string },
): Promise<string | undefined> {
  const { users } = definePeopleModels(database.connection)
  const known = await users.findOne({ email }).lean()
  if (known === null) return undefined
  const context = await auth.$context
  const account = (await callAuth(() => context.internalAdapter.findAccounts(known._id))).find(
    (one) => one.password,
  )
  const proven = account?.password && (await context.password.verify({ hash: account.password, password }))
  if (proven) return known._id
  throw new Unfitting({
    code: 'password-wrong',
    message: 'You have a sign-in here already: enter its password to join the company.',
  })
}

function invitationOver(): Unfitting {
  return new Unfitting({
    code: 'invitation-over',
    status: 409,
    message:
      'This invitation was used already, was withdrawn or has run out: sign in, or ask whoever invited you for a new one.',
  })
}
