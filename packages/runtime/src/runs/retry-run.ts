import { NotBuilt } from '../errors/not-built.ts'
import type { PersonalUseCase } from '../use-case.ts'
export interface RetryRun extends PersonalUseCase {
  runId: string
}

export async function retryRun(_input: RetryRun): Promise<void> {
  throw new NotBuilt('retryRun')
}
