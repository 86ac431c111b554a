import { createHash, randomBytes } from 'node:crypto'
import { type CompanyScope, companyScope, type Role } from '@fieldledger/workflow'
import { trusted } from 'mongoose'
import { v7 } from 'uuid'
import { invitationByToken } from '../engine/invitation-by-token.ts'
import { createMailStore } from '../mail/mail-store.ts'
import type { Database } from '../scope/connect-database.ts'
import { inTransaction } from '../scope/in-transaction.ts'
import { definePeopleModels, type StoredInvitation } from './people-models.ts'

export interface Invitation {
  id: string
  companyId: string
  email: string
  role: Role
  projectIds: string[]
  createdAt: Date
  expiresAt: Date
}

type InvitingMail = (token: string) => { subject: string; text: string }

export interface InvitationRepository {
  /** The token is shown once and kept as a hash; the mail goes out exactly if the invitation stands. */
  create(
    scope: CompanyScope,
    invitation: Pick<Invitation, 'email' | 'role' | 'projectIds'> & { invitedBy: string; mail: InvitingMail },
  ): Promise<{ invitation: Invitation; token: string }>
  open(scope: CompanyScope): Promise<Invitation[]>
  /** Another link, mailed; the one before is good no longer. Undefined = it is not open. */
  renew(
    scope: CompanyScope,
    renewed: { id: string; mail: InvitingMail },
  ): Promise<{ invitation: Invitation; token: string } | undefined>
  /** What was withdrawn, gone with its link; undefined = it was not open. */
  withdraw(scope: CompanyScope, id: string): Promise<Invitation | undefined>
  byToken(token: string): Promise<Invitation | undefined>
  /** false = somebody accepted it a moment ago. */
  accept(invitation: Pick<Invitation, 'id' | 'companyId'>): Promise<boolean>
}

const lifetimeDays = 7

export function createInvitationRepository(database: Database): InvitationRepository {
  const { invitations } = definePeopleModels(database.connection)
  return {
    async create(scope, { email, mail, ...facts }) {
      const { companyId } = scope
      const token = newToken()
      const now = new Date()
      const row: StoredInvitation = {
        _id: v7(),
        companyId,
        email: email.trim().toLowerCase(),
        ...facts,
        tokenHash: hashOf(token),
        createdAt: now,
        expiresAt: endOf(now),
      }
      await inTransaction(database, async (session) => {
        await invitations.insertMany([row], { session })
        await createMailStore(database.connection, { scope, session }).post([
          { ...mail(token), id: v7(), to: row.email, at: now },
        ])
      })
      return { invitation: toInvitation(row), token }
    },
    async open({ companyId }) {
      const found = await invitations
        .find({
          companyId,
          acceptedAt: trusted({ $exists: false }),
          expiresAt: trusted({ $gt: new Date() }),
        })
        .sort({ createdAt: -1 })
        .lean()
      return found.map(toInvitation)
    },
    async renew(scope, { id, mail }) {
      const token = newToken()
      const now = new Date()
      const row = await inTransaction(database, async (session) => {
        const renewed = await invitations
          .findOneAndUpdate(
            notAccepted(scope, id),
            { $set: { tokenHash: hashOf(token), expiresAt: endOf(now) } },
            { session, returnDocument: 'after' },
          )
          .lean()
        if (renewed !== null)
          await createMailStore(database.connection, { scope, session }).post([
            { ...mail(token), id: v7(), to: renewed.email, at: now },
          ])
        return renewed
      })
      return row === null ? undefined : { invitation: toInvitation(row), token }
    },
    async withdraw(scope, id) {
      const gone = await invitations.findOneAndDelete(notAccepted(scope, id)).lean()
      return gone === null ? undefined : toInvitation(gone)
    },
    async byToken(token) {
      const found = await invitationByToken(invitations, hashOf(token))
      return found === null ? undefined : toInvitation(found)
    },
    async accept({ id, companyId }) {
      const accepted = await invitations.updateOne(notAccepted(companyScope(companyId), id), {
        $set: { acceptedAt: new Date() },
      })
      return accepted.matchedCount === 1
    },
  }
}

function notAccepted({ companyId }: CompanyScope, id: string) {
  return { companyId, _id: id, acceptedAt: trusted({ $exists: false }) }
}

function newToken(): string {
  return randomBytes(32).toString('base64url')
}

function endOf(start: Date): Date {
  return new Date(start.getTime() + lifetimeDays * 86_400_000)
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function toInvitation(row: StoredInvitation): Invitation {
  const { _id, companyId, email, role, projectIds, createdAt, expiresAt } = row
  return { id: _id, companyId, email, role, projectIds, createdAt, expiresAt }
}
