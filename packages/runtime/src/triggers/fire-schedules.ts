import { companyScope, nextFire } from '@fieldledger/workflow'
import { eachAlone } from '../each-alone.ts'
import { failpoint } from '../failpoints/failpoint.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { Schedule, WorkflowBatch } from '../ports/trigger-store.ts'
import { resolveMatch } from './resolve-match.ts'

const mostAtOnce = 50

interface Due {
  companyId: string
  id: string
  /** The server's clock. */
  now: Date
}

/** Every schedule whose moment has come begins its batch, once. What was missed while we were down is one moment. */
export async function fireSchedules(runtime: Runtime): Promise<void> {
  const due = await runtime.ports.triggers.dueSchedules(mostAtOnce)
  await eachAlone(due, (one) => fire(runtime, one))
}

async function fire(runtime: Runtime, due: Due): Promise<boolean> {
  const scope = companyScope(due.companyId)
  const company = await runtime.ports.people.company({ scope })
  const fired = await runtime.ports.stores.transact(scope, async (store) => {
    const schedule = await store.schedules.get(due.id)
    const moment = schedule?.nextFireAt ?? undefined
    if (schedule === undefined || moment === undefined || moment > due.now) return false
    const period = { scheduleId: schedule.id, firePeriod: moment.toISOString() }
    const obstacle = await store.batches.obstacle(period)
    // No overlap: the moment stays due, and fires once when the batch under way is finished.
    if (obstacle === 'under-way') return false
    const zone = schedule.start.timeZone ?? company.timeZone
    const to = nextFire(schedule.start.recurrence, { after: due.now, zone }) ?? null
    // Two workers conflict here: one of them repeats and finds the moment gone.
    if (!(await store.schedules.advance({ id: schedule.id, from: moment, to }))) return false
    // What comes due while the form is archived passes by.
    if (obstacle === 'fired' || (await store.schedules.formArchived(schedule.formId))) return false
    failpoint('schedule.in-transaction')
    await store.batches.insert({ ...batchOf(runtime, { schedule, now: due.now, zone }), ...period })
    await store.outbox.post({ work: false, hints: [{ topic: 'batches' }] })
    return true
  })
  if (fired) failpoint('schedule.after-commit')
  return fired
}

function batchOf(runtime: Runtime, from: { schedule: Schedule; now: Date; zone: string }): WorkflowBatch {
  const { schedule, now, zone } = from
  const { id: workflowId, companyId, formId, workflowVersion, start } = schedule
  return {
    id: runtime.newId(),
    companyId,
    formId,
    workflowId,
    workflowVersion,
    origin: 'clock',
    match: resolveMatch(start.filter, { formId, now, zone }),
    tell: start.tell,
    state: 'starting',
    cursor: '',
    startedAt: now,
  }
}
