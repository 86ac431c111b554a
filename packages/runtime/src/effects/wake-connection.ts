import { NotBuilt } from '../errors/not-built.ts'
import type { UseCase } from '../use-case.ts'

export interface WakeConnection extends UseCase {
  connectionId: string
}

/** The connection is active again, or a link or rule appeared: everything that waits there is looked at again. */
export async function wakeConnection(_input: WakeConnection): Promise<{ woken: number }> {
  throw new NotBuilt('wakeConnection')
}
