import type { MailStore } from '@fieldledger/runtime'
import type { Connection } from 'mongoose'
import { type Bound, within } from '../runtime/bound.ts'
import { defineMailModels } from './mail-models.ts'

/** The outbox: what is posted here is sent exactly if its transaction commits. */
export function createMailStore(connection: Connection, bound: Bound): MailStore {
  const { mails } = defineMailModels(connection)
  const { companyId } = bound.scope
  return {
    async post(posted) {
      if (posted.length === 0) return
      await mails.insertMany(
        posted.map(({ id, ...mail }) => ({
          ...mail,
          _id: id,
          companyId,
          state: 'waiting' as const,
          dueAt: mail.at,
          leasedUntil: null,
          epoch: 0,
          attempts: 0,
        })),
        within(bound),
      )
    },
  }
}
