import type { Person } from '../ports/person.ts'
import type { RuntimeStore } from '../ports/store.ts'

/** A form that was sent back is returned by revising it: its tasks are done, and the run goes on. */
export async function returnEdited(
  store: RuntimeStore,
  revised: { submissionId: string; person: Person; at: Date },
): Promise<void> {
  const { submissionId, person, at } = revised
  const tasks = await openEditTasks(store, submissionId)
  const by = { id: person.id, name: person.name }
  for (const task of tasks)
    await store.tasks.decide({ task, decision: { choice: 'done', by, at }, settles: true })
  await store.runs.wake(submissionId)
}

export function openEditTasks(store: RuntimeStore, submissionId: string) {
  return store.tasks.list({ submissionId, kinds: ['edit-form'], states: ['open'] })
}
