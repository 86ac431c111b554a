import { moveStatus, type StatusMove } from '@fieldledger/forms'
import type { StepContext, StepExecutor, StepOutcome } from '@fieldledger/workflow'
import type { setStatus } from './definition.ts'

type Settable = 'approved' | 'rejected' | 'closed'

const moveTo: Record<Settable, StatusMove> = { approved: 'approve', rejected: 'reject', closed: 'close' }

export const execute: StepExecutor<typeof setStatus> = async (config, context) => {
  if (config.set === 'status' && config.status !== undefined) return moved(config.status, context)
  const label = config.label ?? ''
  return {
    next: 'leave',
    outlet: 'next',
    stamps: [{ code: 'label-set', params: { label } }],
    changes: [{ change: 'set-label', label }],
  }
}

/**
 * Whether a form is approved is said by whoever is asked for it: no other workflow says it in their place, and none goes on
 * as if a form were approved that is not, as its next step may send it.
 */
async function moved(to: Settable, { submission, decisionAwaited }: StepContext): Promise<StepOutcome> {
  const { status } = submission
  const move = moveTo[to]
  const canMove = moveStatus(status, move) !== undefined
  if (canMove && to !== 'closed' && (await decisionAwaited()))
    return fail(
      'approval-open',
      `Another workflow asks people to approve this form, and what they decide sets its status: the step does not make it ${to}. Try again when it is decided; if that workflow was stopped, replay it first.`,
    )
  if (to === 'approved' && !canMove && status !== 'approved' && status !== 'closed')
    return fail(
      'not-approvable',
      `The form is ${status}, from where it cannot become approved: revise and submit it anew, or stop this run.`,
    )
  return { next: 'leave', outlet: 'next', changes: [{ change: 'move-status', move }] }
}

function fail(code: string, message: string): StepOutcome {
  return { next: 'fail', error: { code, message, retryable: false } }
}
