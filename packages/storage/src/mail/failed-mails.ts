import type { CompanyScope } from '@fieldledger/workflow'
import { trusted } from 'mongoose'
import type { Database } from '../scope/connect-database.ts'
import { defineMailModels } from './mail-models.ts'

/** Given up after many attempts. */
export interface FailedMail {
  id: string
  to: string
  subject: string
  submissionId?: string
  error: string
  attempts: number
  at: Date
  /** Its text is still there. That of an invitation is forgotten, for the secret in it. */
  whole: boolean
}

export interface FailedMails {
  /** Newest first. */
  list(scope: CompanyScope): Promise<FailedMail[]>
  /** Due at once, as if it had never been tried. false = there is no such failed mail, or its text is forgotten. */
  sendAgain(scope: CompanyScope, id: string): Promise<boolean>
  /** Nobody needs it any more. */
  drop(scope: CompanyScope, id: string): Promise<boolean>
}

const mostListed = 200

export function createFailedMails(database: Database): FailedMails {
  const { mails } = defineMailModels(database.connection)
  return {
    async list({ companyId }) {
      const found = await mails.find({ companyId, state: 'failed' }).sort({ at: -1 }).limit(mostListed).lean()
      return found.map(({ _id, to, subject, submissionId, error = '', attempts, at, text }) => ({
        id: _id,
        to,
        subject,
        ...(submissionId === undefined ? {} : { submissionId }),
        error,
        attempts,
        at,
        whole: text !== '',
      }))
    },
    async sendAgain({ companyId }, id) {
      const again = await mails.updateOne(
        { companyId, _id: id, state: 'failed', text: trusted({ $ne: '' }) },
        {
          $set: { state: 'waiting', dueAt: new Date(), leasedUntil: null, attempts: 0 },
          $unset: { error: 1 },
        },
      )
      return again.matchedCount === 1
    },
    async drop({ companyId }, id) {
      const dropped = await mails.updateOne(
        { companyId, _id: id, state: 'failed' },
        { $set: { state: 'dropped', text: '' } },
      )
      return dropped.matchedCount === 1
    },
  }
}
