import type { FormContent, Submission } from '@fieldledger/forms'
import type { Token, WorkflowVersion } from '@fieldledger/workflow'
import type { Run, StepResult } from '../ports/run-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { ActedStamp } from '../timeline/actors.ts'
import { type WalkEnd, walkRun } from './run-walk.ts'

export interface FirstSteps {
  run: Run
  submission: Submission
  stamps: readonly ActedStamp[]
  results: readonly StepResult[]
}

interface Begun {
  runtime: Runtime
  run: Run
  submission: Submission
  workflow: WorkflowVersion
  form: FormContent
}

/**
 * The steps at the beginning that need nothing but the form are taken before it is saved, and saved with it: the worker
 * claims the run where something has to be done. Whatever else would come of them, they are left to the worker.
 */
export async function takeFirstSteps({
  runtime,
  run,
  submission,
  workflow,
  form,
}: Begun): Promise<FirstSteps> {
  const { graph } = workflow
  let left = mostSteps
  const walked = await walkRun({
    runtime,
    run,
    now: run.startedAt,
    graph,
    form,
    submission,
    tasks: [],
    effects: [],
    connections: [],
    names: new Map(),
    staysAt({ stepId }: Token) {
      left -= 1
      const step = graph.steps[stepId]
      if (left < 0 || step === undefined || step.oneAtATime !== undefined) return true
      return runtime.steps[step.kind]?.definition.needsOnlyTheForm?.(step.config) !== true
    },
  })
  if (walked.results.length === 0 || !isUnderWay(walked)) return { run, submission, stamps: [], results: [] }
  const { standing, stamps, results } = walked
  return {
    run: { ...run, tokens: [...standing.tokens], visits: { ...standing.visits } },
    submission: walked.submission,
    stamps,
    results,
  }
}

/** A circle is the worker's to end. */
const mostSteps = 20

function isUnderWay({ standing, statusRead, changes }: WalkEnd): boolean {
  return (
    statusRead === undefined &&
    changes.every(({ change }) => change === 'set-label') &&
    standing.tokens.length > 0 &&
    standing.tokens.every(
      ({ error, meets, retryAt, wakeAt }) => (error ?? meets ?? retryAt ?? wakeAt) === undefined,
    )
  )
}
