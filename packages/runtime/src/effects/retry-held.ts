import { NotBuilt } from '../errors/not-built.ts'
import type { PersonalUseCase } from '../use-case.ts'
export interface RetryHeld extends PersonalUseCase {
  /** One of both. */
  taskId?: string
  submissionId?: string
}

export async function retryHeld(_input: RetryHeld): Promise<{ woken: number }> {
  throw new NotBuilt('retryHeld')
}
