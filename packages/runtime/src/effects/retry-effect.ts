import { NotBuilt } from '../errors/not-built.ts'
import type { PersonalUseCase } from '../use-case.ts'
export interface RetryEffect extends PersonalUseCase {
  effectId: string
}

export async function retryEffect(_input: RetryEffect): Promise<void> {
  throw new NotBuilt('retryEffect')
}
