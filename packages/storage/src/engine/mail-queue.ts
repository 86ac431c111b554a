import type { Mail } from '@fieldledger/runtime'
import { trusted } from 'mongoose'
import { defineMailModels } from '../mail/mail-models.ts'
import { acrossCompanies } from '../scope/across-companies.ts'
import type { Database } from '../scope/connect-database.ts'

export interface ClaimedMail extends Mail {
  companyId: string
  epoch: number
  attempts: number
}

export interface MailQueue {
  /** The one that has been due for longest, leased to whoever asks. */
  claim(): Promise<ClaimedMail | undefined>
  /** false = the lease was lost meanwhile. */
  sent(mail: ClaimedMail): Promise<boolean>
  /** Tried again then; given up without a time. */
  notSent(mail: ClaimedMail, why: { error: string; againInMs: number | undefined }): Promise<boolean>
}

/** Longer than any mail server is waited for; a killed worker's mails are taken up again after it. */
const leaseMs = 120_000

/** Mails of all companies, by the server's clock; the epoch rises with each claim and stands in each write. */
export function createMailQueue(database: Database): MailQueue {
  const { mails } = defineMailModels(database.connection)
  const due = {
    $and: [
      { $lte: ['$dueAt', '$$NOW'] },
      { $or: [{ $eq: ['$leasedUntil', null] }, { $lte: ['$leasedUntil', '$$NOW'] }] },
    ],
  }

  async function settle(mail: ClaimedMail, stage: Record<string, unknown>): Promise<boolean> {
    const { companyId, id, epoch } = mail
    const settled = await mails.updateOne(
      { companyId, _id: id, epoch, state: 'waiting' },
      [{ $set: { ...stage, leasedUntil: null } }],
      { updatePipeline: true },
    )
    return settled.matchedCount === 1
  }

  return {
    async claim() {
      const claimed = await mails
        .findOneAndUpdate(
          { state: 'waiting', $expr: trusted(due) },
          [
            {
              $set: {
                epoch: { $add: ['$epoch', 1] },
                attempts: { $add: ['$attempts', 1] },
                leasedUntil: { $add: ['$$NOW', leaseMs] },
              },
            },
          ],
          { returnDocument: 'after', sort: { dueAt: 1 }, updatePipeline: true },
        )
        .setOptions(acrossCompanies('claim a due mail'))
        .lean()
      if (claimed === null) return undefined
      const {
        _id,
        state: _state,
        dueAt: _due,
        leasedUntil: _lease,
        error: _error,
        sentAt: _sent,
        ...rest
      } = claimed
      return { id: _id, ...rest }
    },
    // Invitations carry a secret in their text: once it has left, we forget it.
    sent: (mail) => settle(mail, { state: 'sent', sentAt: '$$NOW', text: '' }),
    notSent: (mail, { error, againInMs }) =>
      settle(
        mail,
        againInMs === undefined
          ? // One about a form holds no secret, and may be sent again by a person.
            {
              state: 'failed',
              error: { $literal: error },
              text: { $cond: [{ $gt: ['$submissionId', null] }, '$text', ''] },
            }
          : { dueAt: { $add: ['$$NOW', againInMs] }, error: { $literal: error } },
      ),
  }
}
