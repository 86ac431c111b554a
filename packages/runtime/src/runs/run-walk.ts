import type { FormContent, Submission } from '@fieldledger/forms'
import { moveStatus } from '@fieldledger/forms'
import type { ConnectionSummary, Graph, StepChange, StepContext, Task } from '@fieldledger/workflow'
import { nextStep, type StepOutcome } from '@fieldledger/workflow'
import { deliveryOf } from '../effects/delivery.ts'
import { failpoint } from '../failpoints/failpoint.ts'
import type { Effect, Requester } from '../ports/effect-store.ts'
import type { Run, RunError, RunState, StepResult, Token } from '../ports/run-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import { type ActedStamp, byStep } from '../timeline/actors.ts'

/** Each arrival at a step is a visit; a circle that never waits for anybody ends here. */
const visitLimit = 100

export interface WalkInputs {
  runtime: Runtime
  run: Run
  graph: Graph
  form: FormContent
  submission: Submission
  tasks: readonly Task[]
  effects: readonly Effect[]
  connections: readonly ConnectionSummary[]
  names: ReadonlyMap<string, string>
}

export type PlacedChange = StepChange & { at: Requester & { runId: string; stepId: string; visit: number } }

/** What a walk came to; nothing is written yet. */
export interface Walked {
  state: RunState
  due: 'waits' | 'at-once'
  token: Token
  visits: Record<string, number>
  submission: Submission
  stamps: ActedStamp[]
  changes: PlacedChange[]
  results: StepResult[]
  error?: RunError
}

/** Walks from the token until a step waits, ends or fails. Pure steps on the way share one checkpoint. */
export async function walkRun(inputs: WalkInputs): Promise<Walked> {
  const walked: Walked = {
    state: 'active',
    due: 'at-once',
    token: inputs.run.token,
    visits: { ...inputs.run.visits },
    submission: inputs.submission,
    stamps: [],
    changes: [],
    results: [],
  }
  while (walked.state === 'active' && walked.due === 'at-once') {
    failpoint('run.before-step')
    await takeStep(walked, inputs)
  }
  return walked
}

async function takeStep(walked: Walked, inputs: WalkInputs): Promise<void> {
  const { stepId, visit } = walked.token
  const step = inputs.graph.steps[stepId]
  const executable = step === undefined ? undefined : inputs.runtime.steps[step.kind]
  if (step === undefined || executable === undefined) {
    needAttention(walked, {
      code: 'unknown-step',
      message:
        'This version of Fieldledger cannot run the step: publish the workflow anew, then revise the form.',
      retryable: false,
    })
    return
  }
  const outcome = await executable.execute(step.config, contextOf(walked, { inputs, stepName: step.name }))
  record(walked, { inputs, outcome, stepName: step.name })
  if (outcome.next === 'wait') walked.due = 'waits'
  else if (outcome.next === 'end') walked.state = 'finished'
  else if (outcome.next === 'leave') moveOn(walked, { inputs, outlet: outcome.outlet })
  else if (nextStep(inputs.graph, { step: stepId, outlet: 'failed' }) !== undefined)
    moveOn(walked, { inputs, outlet: 'failed' })
  else needAttention(walked, outcome.error)
  if (walked.state === 'finished')
    walked.stamps.push({
      code: 'finished',
      params: {},
      actor: { kind: 'workflow' },
      once: `${inputs.run.id}:${stepId}:${visit}:finished`,
    })
}

function contextOf(walked: Walked, at: { inputs: WalkInputs; stepName: string }): StepContext {
  const { inputs } = at
  const { stepId, visit } = walked.token
  const here = { runId: inputs.run.id, stepId, visit }
  return {
    step: { id: stepId, name: at.stepName, visit },
    submission: walked.submission,
    form: inputs.form,
    tasks: inputs.tasks.filter((task) => task.stepId === stepId && task.visit === visit),
    connections: inputs.connections,
    approvalStands: inputs.run.approvalStands === true,
    personName: (id) => inputs.names.get(id) ?? 'Somebody',
    delivery: async (request) =>
      deliveryOf({ effects: inputs.effects, request, revision: walked.submission.revision, here }),
  }
}

function record(walked: Walked, done: { inputs: WalkInputs; outcome: StepOutcome; stepName: string }): void {
  const { inputs, outcome } = done
  const { stepId, visit } = walked.token
  const actor = byStep(done.stepName)
  walked.stamps.push(...(outcome.stamps ?? []).map((stamp) => ({ ...stamp, actor })))
  for (const change of outcome.changes ?? []) {
    applyToSubmission(walked, change)
    walked.changes.push({ ...change, at: { runId: inputs.run.id, stepId, visit } })
  }
  if (outcome.next === 'wait') return
  walked.results.push({
    id: inputs.runtime.newId(),
    runId: inputs.run.id,
    submissionId: inputs.run.submissionId,
    stepId,
    visit,
    outcome: outcome.next,
    ...(outcome.next === 'leave' ? { outlet: outcome.outlet, output: outcome.output } : {}),
    ...(outcome.next === 'fail' ? { error: outcome.error } : {}),
    at: inputs.runtime.clock.now(),
  })
}

/** Later steps of the same walk see what earlier ones changed. */
function applyToSubmission(walked: Walked, change: StepChange): void {
  if (change.change === 'set-label') walked.submission = { ...walked.submission, label: change.label }
  if (change.change !== 'move-status') return
  const status = moveStatus(walked.submission.status, change.move)
  if (status === undefined) return
  walked.submission = { ...walked.submission, status }
  walked.stamps.push({ code: 'status-changed', params: { to: status }, actor: { kind: 'workflow' } })
}

function moveOn(walked: Walked, way: { inputs: WalkInputs; outlet: string }): void {
  const next = nextStep(way.inputs.graph, { step: walked.token.stepId, outlet: way.outlet })
  if (next === undefined) {
    walked.state = 'finished'
    return
  }
  const visit = (walked.visits[next] ?? 0) + 1
  walked.visits = { ...walked.visits, [next]: visit }
  walked.token = { stepId: next, visit }
  if (visit > visitLimit)
    needAttention(walked, {
      code: 'visit-limit',
      message: `The workflow came to one step more than ${visitLimit} times: correct the circle in the workflow, then revise the form.`,
      retryable: false,
    })
}

function needAttention(walked: Walked, error: RunError): void {
  walked.state = 'needs-attention'
  walked.error = error
  walked.stamps.push({
    code: 'needs-attention',
    params: { message: error.message, code: error.code },
    actor: { kind: 'workflow' },
  })
}
