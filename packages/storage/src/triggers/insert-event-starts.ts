import type { EventStart } from '@fieldledger/runtime'
import { eventsOf, heardEvent, type Stamp, type Start } from '@fieldledger/workflow'
import type { ClientSession, Connection } from 'mongoose'
import { v7 } from 'uuid'
import { groupBy } from '../grouping/group-by.ts'
import type { Stored } from '../runtime/record.ts'
import { insertRows } from '../scope/insert-rows.ts'
import { defineWorkflowModels } from '../workflows/workflow-models.ts'
import { defineEventStartModels } from './event-start-models.ts'
import { sendingsOf } from './sendings-of.ts'

/** Stamps of one form, as they are written. */
export interface Stamped {
  companyId: string
  formId: string
  submissionId: string
  stamps: readonly Stamp[]
  causedBy?: string | undefined
}

/**
 * In the transaction of the stamps: what each of them starts, by the workflows that are published and by what is sent by
 * itself at this moment.
 */
export async function insertEventStarts(
  connection: Connection,
  { stamped, session }: { stamped: readonly Stamped[]; session?: ClientSession | undefined },
): Promise<void> {
  const events = stamped.filter(({ stamps }) => stamps.some((stamp) => eventsOf(stamp).length > 0))
  if (events.length === 0) return
  const { workflows } = defineWorkflowModels(connection)
  const { eventStarts } = defineEventStartModels(connection)
  const within = session === undefined ? {} : { session }
  for (const [companyId, own] of groupBy(events, (one) => one.companyId)) {
    const listening = await workflows
      .find({ companyId, 'publishedStart.on': 'event' }, { formId: 1, publishedStart: 1 }, within)
      .lean()
    const rows = own.flatMap((one) => listening.flatMap((workflow) => startsOf(one, workflow)))
    rows.push(...(await sendingsOf(connection, { companyId, stamped: own, session })))
    if (rows.length > 0) await insertRows(eventStarts, rows, within)
  }
}

function startsOf(
  { companyId, formId, submissionId, stamps, causedBy }: Stamped,
  workflow: { _id: string; formId: string; publishedStart?: Start },
): Stored<EventStart>[] {
  const { publishedStart: start } = workflow
  if (workflow.formId !== formId || start?.on !== 'event') return []
  const at = new Date()
  return stamps.flatMap((stamp) => {
    const event = heardEvent(start, stamp)
    return event === undefined
      ? []
      : [
          {
            _id: v7(),
            companyId,
            workflowId: workflow._id,
            submissionId,
            event,
            ...(causedBy === undefined ? {} : { causedBy }),
            at,
            lookAt: at,
            tries: 0,
          },
        ]
  })
}
