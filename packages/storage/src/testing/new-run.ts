import type { Run, StepResult } from '@fieldledger/runtime'

/** A run of a workflow of its own that has just begun. */
export function newRun(id: string, startedAt: Date): Run {
  return {
    id,
    companyId: 'company',
    submissionId: `${id}-form`,
    formId: 'form',
    formVersion: 1,
    workflowId: 'workflow',
    workflowVersion: 1,
    revision: 1,
    state: 'active',
    tokens: [],
    visits: { s_first: 1 },
    dueAt: null,
    wakes: 0,
    epoch: 1,
    attempts: 0,
    startedAt,
  }
}

export function resultOf(run: Pick<Run, 'id' | 'submissionId'>, stepId: string, at: Date): StepResult {
  const { id: runId, submissionId } = run
  return { runId, submissionId, stepId, visit: 1, outcome: 'leave', at }
}
