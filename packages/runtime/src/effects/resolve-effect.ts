import { NotBuilt } from '../errors/not-built.ts'
import type { PersonalUseCase } from '../use-case.ts'
export interface ResolveEffect extends PersonalUseCase {
  effectId: string
  how: 'link-existing' | 'not-there-send-again' | 'stop'
  remoteId?: string
  reason?: string
}

export async function resolveEffect(_input: ResolveEffect): Promise<void> {
  throw new NotBuilt('resolveEffect')
}
