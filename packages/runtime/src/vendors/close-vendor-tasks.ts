import type { SubmissionValues } from '@fieldledger/forms'
import type { Task, TaskDecision } from '@fieldledger/workflow'
import type { RuntimeStore } from '../ports/store.ts'
import type { ActedStamp } from '../timeline/actors.ts'
import { openVendorTask } from './propose-vendors.ts'

export interface LookedAt {
  vendorId: string
  name: string
  /** "is linked with …", as the timeline goes on after the name. Absent = another stamp says it. */
  outcome?: string
  by: TaskDecision['by']
  at: Date
}

/** The proposed vendor was looked at: its task is done, and what was held by it is looked at again. */
export async function closeVendorTask(store: RuntimeStore, seen: LookedAt): Promise<void> {
  const { vendorId, name, outcome, by, at } = seen
  const task = await openVendorTask(store, vendorId)
  if (task === undefined) return
  await store.tasks.decide({ task, decision: { choice: 'done', by, at }, settles: true })
  const actor = { kind: 'person' as const, ...by }
  const stamps: ActedStamp[] =
    outcome === undefined ? [] : [{ code: 'vendor-settled', params: { name, outcome }, actor }]
  await store.timeline.append({ submissionId: task.submissionId, stamps, at })
  await goOn(store, task)
}

/** The form does not name these vendors any more: nobody needs to look at them for its sake. */
export async function withdrawVendorTasks(
  store: RuntimeStore,
  gone: { submissionId: string; values: SubmissionValues | undefined },
): Promise<void> {
  const { submissionId, values } = gone
  const open = await store.tasks.list({ submissionId, kinds: ['proposed-vendor'], states: ['open'] })
  for (const task of open) {
    const { vendorId } = task
    if (vendorId === undefined || (values !== undefined && names(values, vendorId))) continue
    await store.tasks.cancelOpen({ submissionId, vendorId, kinds: ['proposed-vendor'] })
    // Another form that names it was covered by this task: it gets one of its own.
    await goOn(store, task)
  }
}

async function goOn(store: RuntimeStore, { submissionId }: Task): Promise<void> {
  await store.effects.wake({ held: true })
  await store.outbox.post({
    work: true,
    hints: [
      { topic: 'tasks' },
      { topic: 'catalogue' },
      { topic: 'attention' },
      { topic: 'submissions', id: submissionId },
    ],
  })
}

function names(values: SubmissionValues, vendorId: string): boolean {
  const isIt = (one: unknown) => one === vendorId || (isLine(one) && one.vendorId === vendorId)
  return Object.values(values).some((value) => Array.isArray(value) && value.some(isIt))
}

function isLine(one: unknown): one is { vendorId?: string } {
  return typeof one === 'object' && one !== null && 'quantity' in one
}
