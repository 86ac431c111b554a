import { planSchedule, tickTriggers } from '@fieldledger/runtime'
import type { ScheduleConfig } from '@fieldledger/steps'
import { defineFormModels, defineTriggerModels } from '@fieldledger/storage'
import type { Graph } from '@fieldledger/workflow'
import { DateTime } from 'luxon'
import { graphOf, type SceneOptions } from './order-form.ts'
import { openScene } from './scene.ts'

export const nightly = 'workflow-nightly'
const minute = 60_000

/** A form whose own workflow only approves, and a second one that sends at the end of the day what is not there yet. */
export async function openScheduledScene(config: Partial<ScheduleConfig> = {}, options: SceneOptions = {}) {
  const scene = await openScene(options)
  const [own] = scene.workflows
  if (own !== undefined) own.graph = approvesOnly()
  scene.workflows.push({ workflowId: nightly, version: 1, graph: sendsNightly(config, options) })
  const { schedules, batches } = defineTriggerModels(scene.database.connection)
  const { forms } = defineFormModels(scene.database.connection)
  const { companyId, runtime, store } = scene

  const scheduled = {
    ...scene,
    /** Due since `ago`. */
    async schedule(ago = minute): Promise<Date> {
      const planned = planSchedule(runtime, {
        graph: sendsNightly(config, options),
        zone: 'America/Chicago',
        present: undefined,
      })
      const nextFireAt = new Date(Date.now() - ago)
      await schedules.insertMany([
        { ...planned, _id: nightly, companyId, formId: 'form-po', workflowVersion: 1, nextFireAt },
      ])
      return nextFireAt
    },
    async nextFireAt(): Promise<DateTime> {
      const schedule = await store.schedules.get(nightly)
      return DateTime.fromJSDate(schedule?.nextFireAt ?? new Date(0), { zone: 'America/Chicago' })
    },
    async archiveForm(archived: boolean): Promise<void> {
      await forms.updateOne({ companyId, _id: 'form-po' }, { $set: { archived } }, { upsert: true })
    },
    async isDue(): Promise<void> {
      await schedules.updateOne(
        { companyId, _id: nightly },
        { $set: { nextFireAt: new Date(Date.now() - 1000) } },
      )
    },
    batches: () => batches.find({ companyId }).sort({ _id: 1 }).lean(),
    async counts() {
      const found = await scheduled.batches()
      const counts = await store.batches.counts(found.map(({ _id }) => _id))
      return [...counts.values()]
    },
    async approved(): Promise<string> {
      const { id } = await scene.submit()
      await scene.settle()
      await scene.approve(id)
      await scene.settle()
      return id
    },
    async tick(): Promise<void> {
      await tickTriggers(runtime)
    },
    async batchRuns(): Promise<void> {
      await tickTriggers(runtime)
      await scene.settle()
      await tickTriggers(runtime)
    },
  }
  return scheduled
}

function approvesOnly(): Graph {
  const { steps, edges } = graphOf({})
  const { s_sync: _sync, ...kept } = steps
  return { steps: kept, edges: edges.filter(({ to }) => to !== 's_sync') }
}

function sendsNightly(config: Partial<ScheduleConfig>, options: SceneOptions): Graph {
  const { steps, edges } = graphOf({ ...options, approval: false })
  const clock: ScheduleConfig = {
    recurrence: { every: 'end-of-day' },
    filter: { statuses: ['approved'], notYetIn: 'connection-1' },
    tell: { roles: ['bookkeeper'], people: [] },
    paused: false,
    ...config,
  }
  return { steps: { ...steps, s_start: { kind: 'schedule', name: 'End of day', config: clock } }, edges }
}
