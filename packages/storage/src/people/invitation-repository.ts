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
      const token = randomBytes(32).toString('base64url')
      const now = new Date()
      const row: StoredInvitation = {
        _id: v7(),
        companyId,
        email: email.trim().toLowerCase(),
        ...facts,
        tokenHash: hashOf(token),
        createdAt: now,
        expiresAt: new Date(now.getTime() + lifetimeDays * 86_400_000),
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
    async byToken(token) {
      const found = await invitationByToken(invitations, hashOf(token))
      return found === null ? undefined : toInvitation(found)
    },
    async accept({ id, companyId }) {
      const accepted = await invitations.updateOne(
        { ...companyScope(companyId), _id: id, acceptedAt: trusted({ $exists: false }) },
        { $set: { acceptedAt: new Date() } },
      )
      return accepted.matchedCount === 1
    },
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function toInvitation(row: StoredInvitation): Invitation {
  const { _id, companyId, email, role, projectIds, createdAt, expiresAt } = row
  return { id: _id, companyId, email, role, projectIds, createdAt, expiresAt }
}
