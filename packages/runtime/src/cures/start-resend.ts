import { companyScope } from '@fieldledger/workflow'
import { NoConnection } from '../errors/runtime-errors.ts'
import type { CureBatch } from '../ports/trigger-store.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { openCureBatch } from './open-cure-batch.ts'

export interface StartResend extends PersonalUseCase {
  connectionId: string
  submissionIds: readonly string[]
}

/** "Resend all" goes on in the background and can be watched: no request waits for hundreds of documents. */
export async function startResend(input: StartResend): Promise<CureBatch> {
  const { runtime, companyId, connectionId } = input
  const scope = companyScope(companyId)
  const connections = await runtime.ports.lookups.connections.summaries({ scope })
  const connection = connections.find(({ id }) => id === connectionId)
  if (connection?.state !== 'active') throw new NoConnection()
  return openCureBatch(input, {
    id: runtime.newId(),
    cause: { key: `resend ${connectionId}`, sentence: `what was chosen for ${connection.name}` },
    resendTo: connectionId,
    submissionIds: input.submissionIds,
  })
}
