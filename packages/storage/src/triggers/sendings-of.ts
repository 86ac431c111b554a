import type { EventStart } from '@fieldledger/runtime'
import { eventsOf, type FormEvent } from '@fieldledger/workflow'
import { type ClientSession, type Connection, trusted } from 'mongoose'
import { v7 } from 'uuid'
import { defineConnectionModels } from '../connections/connection-models.ts'
import type { Stored } from '../runtime/record.ts'
import type { Stamped } from './insert-event-starts.ts'

/** A form whose workflow asks nobody is revised and stays approved: that, too, is an approved change. */
const heard: readonly FormEvent[] = ['approved', 'revised']

/** Forms of a company that may be sent by themselves now, where a connection says which are. */
export async function sendingsOf(
  connection: Connection,
  of: { companyId: string; stamped: readonly Stamped[]; session: ClientSession | undefined },
): Promise<Stored<EventStart>[]> {
  const { companyId, stamped, session } = of
  const found = stamped.flatMap(({ submissionId, stamps }) => {
    const event = stamps.flatMap(eventsOf).find((one) => heard.includes(one))
    return event === undefined ? [] : [{ submissionId, event }]
  })
  if (found.length === 0) return []
  const { connections } = defineConnectionModels(connection)
  const chosen = await connections
    .findOne({ companyId, sending: trusted({ $exists: true }) }, { _id: 1 }, session ? { session } : {})
    .lean()
  if (chosen === null) return []
  const at = new Date()
  return found.map((one) => ({ _id: v7(), companyId, ...one, at, lookAt: at, tries: 0 }))
}
