import type { StepExecutor } from '@fieldledger/workflow'
import type { pdf } from './definition.ts'

export const execute: StepExecutor<typeof pdf> = async (_config, context) => {
  const printed = await context.print()
  if ('refused' in printed)
    return {
      next: 'fail',
      error: { code: 'not-printed', message: printed.refused, retryable: printed.retryable },
    }
  return {
    next: 'leave',
    outlet: 'next',
    stamps: [{ code: 'document-made', params: { name: printed.name, file: printed.id } }],
    changes: [{ change: 'keep-document', document: printed }],
    output: printed,
  }
}
