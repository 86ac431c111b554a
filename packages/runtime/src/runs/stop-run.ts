import { NotBuilt } from '../errors/not-built.ts'
import type { PersonalUseCase } from '../use-case.ts'
export interface StopRun extends PersonalUseCase {
  runId: string
  reason: string
}

export async function stopRun(_input: StopRun): Promise<void> {
  throw new NotBuilt('stopRun')
}
