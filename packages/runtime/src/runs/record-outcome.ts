import { moveStatus } from '@fieldledger/forms'
import {
  keptOfUsed,
  type StepChange,
  type StepOutcome,
  type Token,
  type UsedValue,
} from '@fieldledger/workflow'
import type { StepResult } from '../ports/run-store.ts'
import { byStep } from '../timeline/actors.ts'
import type { Walked, WalkInputs } from './run-walk.ts'

interface Taken {
  inputs: WalkInputs
  token: Token
}

/** The stamps and changes that a step returned; nothing moves yet. */
export function applyOutcome(walked: Walked, done: Taken & { outcome: StepOutcome; stepName: string }): void {
  const { inputs, token, outcome } = done
  const actor = byStep(done.stepName)
  walked.stamps.push(...(outcome.stamps ?? []).map((stamp) => ({ ...stamp, actor })))
  for (const change of outcome.changes ?? []) {
    applyToSubmission(walked, change)
    if (change.change === 'keep-document') {
      const { documents } = walked.submission
      walked.submission = {
        ...walked.submission,
        documents: { ...documents, [token.stepId]: change.document },
      }
    }
    const { stepId, visit } = token
    walked.changes.push({ ...change, at: { runId: inputs.run.id, stepId, visit } })
  }
}

/** What the visit left, kept for whoever looks at the run. */
type Left = Taken &
  Pick<StepResult, 'outcome' | 'outlet' | 'output' | 'error' | 'failure'> & {
    used?: readonly UsedValue[] | undefined
  }

export function recordResult(walked: Walked, { inputs, token, used, ...left }: Left): void {
  walked.results.push({
    runId: inputs.run.id,
    submissionId: inputs.run.submissionId,
    stepId: token.stepId,
    visit: token.visit,
    ...left,
    ...(used === undefined ? {} : { used: keptOfUsed(used) }),
    at: inputs.runtime.clock.now(),
  })
}

/** Later steps of the same walk see what earlier ones changed. */
function applyToSubmission(walked: Walked, change: StepChange): void {
  const { submission } = walked
  if (change.change === 'set-label') walked.submission = { ...submission, label: change.label }
  if (change.change === 'name-responsible') {
    const { people, roles } = change.responsible
    walked.submission = { ...submission, responsible: { people, roles } }
  }
  if (change.change === 'write-field') {
    const values = { ...submission.values, [change.field]: change.value }
    walked.submission = { ...submission, values, totals: change.totals }
  }
  if (change.change !== 'move-status') return
  const status = moveStatus(submission.status, change.move)
  if (status === undefined) return
  walked.statusRead ??= submission.status
  walked.submission = { ...submission, status }
  walked.stamps.push({ code: 'status-changed', params: { to: status }, actor: { kind: 'workflow' } })
}
