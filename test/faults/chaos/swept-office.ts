import type { Db } from 'mongodb'
import { v7 } from 'uuid'
import type { SendingCompany } from '../../support/make-company.ts'
import { until } from '../../support/until.ts'
import { furtherWorkflow } from './further-workflow.ts'
import { type LedgerWork, makeLedgerWork } from './ledger-work.ts'
import { sendSigned } from './signed-message.ts'
import { submitMany } from './submit-many.ts'

/** A company whose forms also start by the clock, by messages and by events, and wait for a vendor to be linked. */
export interface SweptOffice {
  company: SendingCompany
  database: Db
  workflows: { byClock: string; byMessage: string; byEvent: string }
  /** What was submitted, and the messages that were taken. */
  orders: string[]
  messages: string[]
  /** Makes work for the sweep whose points are called so. */
  make: Record<'schedule' | 'batch' | 'message' | 'event' | 'cure' | 'mail', () => Promise<void>> & LedgerWork
  linkAgain(): Promise<void>
}

const bookkeepers = { roles: ['bookkeeper'], people: [] }

export async function openSweptOffice(company: SendingCompany, database: Db): Promise<SweptOffice> {
  const [admin, formId] = [await company.as('admin'), company.form.id]
  const filter = { statuses: ['approved'] }
  const label = { kind: 'set-status', name: 'Label it', config: { set: 'label', label: 'Seen' } }
  const mails = { recipients: bookkeepers, text: 'Look at it.', by: 'mail' }
  const clock = { recurrence: { every: 'hours', count: 12 }, filter, tell: bookkeepers, paused: false }
  const byClock = await furtherWorkflow(admin, {
    ...{ formId, trigger: 'schedule', config: clock },
    step: { kind: 'notify', name: 'Write about it', config: mails },
  })
  const message = { form: '/number', filter, values: [], paused: false }
  const byMessage = await furtherWorkflow(admin, {
    ...{ formId, trigger: 'webhook', config: message, step: label },
  })
  const byEvent = await furtherWorkflow(admin, {
    ...{ formId, trigger: 'on-event', config: { events: ['approved'], paused: false }, step: label },
  })
  const hook = `/forms/${formId}/workflow/hook-secret?workflow=${byMessage}`
  const { secret } = await admin.post<{ secret: string }>(hook)

  const { id: companyId } = company
  const sent = await submitMany(company, 1)
  await until({ what: 'one order is in the books', withinMs: 60_000 }, async () => {
    const verified = { companyId, 'confirmation.verified': 'verified' }
    return (await database.collection('effects').countDocuments(verified)) === 1
  })
  // What was changed before a ledger is asked for the first time is not told.
  const asked = { companyId, 'feed.since': { $exists: true } }
  await until({ what: 'the ledger was asked what was changed', withinMs: 60_000 }, async () => {
    return (await database.collection('connections').countDocuments(asked)) === 1
  })
  const ofVendors = { companyId, kind: 'vendor' }
  const links = database.collection('links')
  const linked = await links.find(ofVendors).toArray()
  await links.deleteMany(ofVendors)
  const orders = [...sent, ...(await submitMany(company, 2))]
  const messages: string[] = []
  const underWay = { companyId, state: { $in: ['starting', 'running'] } }
  const isDue = async () => {
    await database.collection('schedules').updateMany({ companyId }, { $set: { nextFireAt: new Date() } })
  }
  return {
    ...{ company, database, orders, messages, workflows: { byClock, byMessage, byEvent } },
    make: {
      ...makeLedgerWork(company, { database, admin }),
      schedule: isDue,
      batch: isDue,
      mail: isDue,
      async message() {
        const first = await database
          .collection<{ _id: string; number: string }>('submissions')
          .findOne({ _id: orders[0] ?? '' })
        const body = { number: first?.number }
        messages.push(await sendSigned({ url: admin.origin, workflowId: byMessage, secret, body }))
      },
      async event() {
        orders.push(...(await submitMany(company, 1)))
      },
      async cure() {
        if ((await database.collection('batches').countDocuments({ ...underWay, origin: 'cure' })) > 0) return
        const { rows } = await admin.get<{ rows: { key: string }[] }>('/needs-attention')
        const [cause] = rows
        if (cause !== undefined) await admin.post('/needs-attention/retry', { id: v7(), cause: cause.key })
      },
    },
    async linkAgain() {
      await links.insertMany(linked)
      await admin.post('/needs-attention/retry', { id: v7(), cause: await causeOf() })
    },
  }

  async function causeOf(): Promise<string> {
    const { rows } = await admin.get<{ rows: { key: string }[] }>('/needs-attention')
    return rows[0]?.key ?? ''
  }
}
