import type { Submission } from '@fieldledger/forms'
import { type CompanyScope, firstTokenId, startStep, type WorkflowVersion } from '@fieldledger/workflow'
import type { Run } from '../ports/run-store.ts'
import type { Runtime } from '../ports/runtime.ts'

/** The newest version of a form's first workflow, the one that decides about approval; undefined when none was published. */
export async function newestWorkflow(which: {
  runtime: Runtime
  scope: CompanyScope
  formId: string
}): Promise<WorkflowVersion | undefined> {
  const { runtime, scope, formId } = which
  const version = await runtime.ports.versions.newestWorkflow({ scope, formId })
  return version === undefined
    ? undefined
    : runtime.ports.versions.workflow({ scope, workflowId: formId, version })
}

/** Does somebody decide about it? A form whose workflow has no approval is approved at submit (DESIGN §4). */
export function asksApproval(runtime: Runtime, workflow: WorkflowVersion | undefined): boolean {
  return Object.values(workflow?.graph.steps ?? {}).some(
    ({ kind }) => runtime.steps[kind]?.definition.decides === true,
  )
}

/** A new run, pinned to this workflow version; undefined when the graph has no start. */
export function newRun(from: {
  runtime: Runtime
  submission: Submission
  workflow: WorkflowVersion | undefined
  depth?: number | undefined
}): Run | undefined {
  const { runtime, submission, workflow, depth = 0 } = from
  if (workflow === undefined) return undefined
  const stepId = startStep(workflow.graph, (kind) => runtime.steps[kind]?.definition)
  if (stepId === undefined) return undefined
  const now = runtime.clock.now()
  return {
    id: runtime.newId(),
    companyId: submission.companyId,
    submissionId: submission.id,
    formId: submission.formId,
    formVersion: submission.formVersion,
    workflowId: workflow.workflowId,
    workflowVersion: workflow.version,
    revision: submission.revision,
    ...(depth === 0 ? {} : { depth }),
    state: 'active',
    tokens: [{ id: firstTokenId, stepId, visit: 1, since: now }],
    visits: { [stepId]: 1 },
    dueAt: now,
    wakes: 0,
    epoch: 0,
    attempts: 0,
    startedAt: now,
  }
}
