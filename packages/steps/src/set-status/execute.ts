import type { StatusMove } from '@fieldledger/forms'
import type { StepExecutor } from '@fieldledger/workflow'
import type { setStatus } from './definition.ts'

const moveTo: Record<'approved' | 'rejected' | 'closed', StatusMove> = {
  approved: 'approve',
  rejected: 'reject',
  closed: 'close',
}

export const execute: StepExecutor<typeof setStatus> = (config) => {
  if (config.set === 'status' && config.status !== undefined)
    return {
      next: 'leave',
      outlet: 'next',
      changes: [{ change: 'move-status', move: moveTo[config.status] }],
    }
  const label = config.label ?? ''
  return {
    next: 'leave',
    outlet: 'next',
    stamps: [{ code: 'label-set', params: { label } }],
    changes: [{ change: 'set-label', label }],
  }
}
