import { companyScope, type Task } from '@fieldledger/workflow'
import type { TaskFilter } from '../ports/submission-store.ts'
import type { UseCase } from '../use-case.ts'

export interface ListTasks extends UseCase {
  filter: TaskFilter
}

/** Newest first; open ones unless the filter says otherwise. */
export async function listTasks({ runtime, companyId, filter }: ListTasks): Promise<Task[]> {
  return runtime.ports.stores.of(companyScope(companyId)).tasks.list({ states: ['open'], ...filter })
}
