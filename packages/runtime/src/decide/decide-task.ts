import type { Task, TaskDecision } from '@fieldledger/workflow'
import { NotBuilt } from '../errors/not-built.ts'
import type { PersonalUseCase } from '../use-case.ts'
export interface DecideTask extends PersonalUseCase {
  taskId: string
  choice: TaskDecision['choice']
  note?: string
}

export async function decideTask(_input: DecideTask): Promise<{ task: Task }> {
  throw new NotBuilt('decideTask')
}
