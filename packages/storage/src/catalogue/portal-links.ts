import { createHash, randomBytes } from 'node:crypto'
import type { PortalLink, PortalLinks } from '@fieldledger/catalogue'
import { type Connection, Schema, trusted } from 'mongoose'
import { v7 } from 'uuid'
import { portalLinkByHash } from '../engine/portal-link-by-hash.ts'
import { createMailStore } from '../mail/mail-store.ts'
import { type Stored, toEntity, toStored } from '../runtime/record.ts'
import { companySchema } from '../scope/company-schema.ts'
import type { Database } from '../scope/connect-database.ts'
import { inTransaction } from '../scope/in-transaction.ts'
import { modelOn } from '../scope/model-on.ts'

/** `tokenHash`: of 256 bits; the link itself stands in nothing of ours. */
export type StoredPortalLink = Stored<PortalLink> & { tokenHash: string }

export function definePortalModels(connection: Connection) {
  return modelOn(connection, 'PortalLink', () =>
    companySchema<StoredPortalLink>({
      collection: 'portalLinks',
      fields: {
        vendorId: String,
        tokenHash: String,
        formIds: [String],
        createdBy: Schema.Types.Mixed,
        createdAt: Date,
        expiresAt: Date,
        revokedAt: Date,
        lastUsedAt: Date,
        submissionIds: [String],
      },
      indexes: [[{ tokenHash: 1 }, { unique: true }], [{ companyId: 1, vendorId: 1, createdAt: -1 }]],
    }),
  )
}

const mostKept = 200

export function createPortalLinks(database: Database): PortalLinks {
  const links = definePortalModels(database.connection)
  return {
    async create(scope, { mail, ...facts }) {
      const token = randomBytes(32).toString('base64url')
      const at = new Date()
      const link: PortalLink = {
        ...facts,
        id: v7(),
        companyId: scope.companyId,
        createdAt: at,
        submissionIds: [],
      }
      await inTransaction(database, async (session) => {
        await links.insertMany([{ ...toStored(link, scope.companyId), tokenHash: hashOf(token) }], {
          session,
        })
        if (mail !== undefined)
          await createMailStore(database.connection, { scope, session }).post([
            { ...mail.letter(token), id: v7(), to: mail.to, at },
          ])
      })
      return { link, token }
    },
    async ofVendor({ companyId }, vendorId) {
      const found = await links.find({ companyId, vendorId }).sort({ createdAt: -1 }).limit(50).lean()
      return found.map(toLink)
    },
    async revoke({ companyId }, { id, vendorId }) {
      const open = { companyId, vendorId, _id: id, revokedAt: trusted({ $exists: false }) }
      return (await links.updateOne(open, { $set: { revokedAt: new Date() } })).matchedCount === 1
    },
    async open(token) {
      const found = await portalLinkByHash(links, hashOf(token))
      const isOver =
        found === null || found.revokedAt !== undefined || found.expiresAt.getTime() <= Date.now()
      return isOver ? undefined : toLink(found)
    },
    async noteSubmission({ companyId }, { id, submissionId }) {
      const newest = { $each: [submissionId], $slice: -mostKept }
      await links.updateOne(
        { companyId, _id: id, submissionIds: trusted({ $ne: submissionId }) },
        { $set: { lastUsedAt: new Date() }, $push: { submissionIds: newest } },
      )
    },
  }
}

function toLink(row: unknown): PortalLink {
  const { tokenHash: _hash, ...link } = toEntity<PortalLink & { tokenHash: string }>(
    row as Stored<PortalLink & { tokenHash: string }>,
  )
  return link
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
