import type { CompanyScope, Role } from '@fieldledger/workflow'
import { trusted } from 'mongoose'
import { defineRuntimeModels } from '../runtime/runtime-models.ts'
import type { Database } from '../scope/connect-database.ts'

export interface InboxEntry {
  id: string
  text: string
  at: Date
  submissionId?: string
  batchId?: string
  read: boolean
}

interface Recipient {
  id: string
  role: Role
}

export interface NotificationInbox {
  /** Newest first; those for this person, their role, or the submitter they are. */
  list(scope: CompanyScope, person: Recipient): Promise<InboxEntry[]>
  markRead(scope: CompanyScope, person: Recipient): Promise<void>
}

const most = 100

export function createNotificationInbox(database: Database): NotificationInbox {
  const { notifications, submissions } = defineRuntimeModels(database.connection)

  async function addressed({ companyId }: CompanyScope, { id, role }: Recipient) {
    const own = await submissions
      .find({ companyId, submittedBy: id }, { _id: 1 })
      .sort({ submittedAt: -1 })
      .limit(1000)
      .lean()
    const submitted = trusted({ $in: own.map(({ _id }) => _id) })
    return {
      companyId,
      $or: [
        { 'recipients.people': id },
        { 'recipients.roles': role },
        { 'recipients.submitter': true, submissionId: submitted },
      ],
    }
  }

  return {
    async list(scope, person) {
      const found = await notifications
        .find(await addressed(scope, person))
        .sort({ at: -1 })
        .limit(most)
        .lean()
      return found.map(({ _id, text, at, submissionId, batchId, readBy }) => ({
        id: _id,
        text,
        at,
        ...(submissionId === undefined ? {} : { submissionId }),
        ...(batchId === undefined ? {} : { batchId }),
        read: readBy.includes(person.id),
      }))
    },
    async markRead(scope, person) {
      await notifications.updateMany(await addressed(scope, person), { $addToSet: { readBy: person.id } })
    },
  }
}
