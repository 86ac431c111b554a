import { companyScope } from '@fieldledger/workflow'
import { claimTime, retryLater } from '../effects/backoff.ts'
import { failpoint } from '../failpoints/failpoint.ts'
import type { Run } from '../ports/run-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import { checkpointRun } from './checkpoint-run.ts'
import { quarantineRun } from './quarantine-run.ts'
import { type WalkEnd, type WalkInputs, walkRun } from './run-walk.ts'

export interface ExecuteRun {
  runtime: Runtime
  /** As claimed; the caller holds its epoch. */
  run: Run
}

/**
 * Walks a claimed run as far as it goes and writes all that came of it in one transaction. Before something leaves the
 * process what came before is saved, and the claim goes on: the same epoch, so whoever took the run meanwhile owns it.
 */
export async function executeRun({ runtime, run }: ExecuteRun): Promise<void> {
  if (run.attempts > runtime.options.mostAttempts) return quarantineRun({ runtime, run })
  try {
    let inputs: WalkInputs | undefined = await load({ runtime, run })
    while (inputs !== undefined) {
      const walked: WalkEnd = await walkRun(inputs)
      const saved = await checkpointRun({ ...inputs, walked })
      failpoint('run.after-checkpoint')
      if (saved === 'again') inputs = await load({ runtime, run: inputs.run })
      else inputs = saved === 'goes-on' ? fromThere(inputs, walked) : undefined
    }
  } catch (error) {
    await putOff({ runtime, run }, error)
  }
}

/** Nobody else changed anything that this walk saw, or the checkpoint would not hold: nothing is read again. */
function fromThere(inputs: WalkInputs, { standing, submission, stamps }: WalkEnd): WalkInputs {
  return {
    ...inputs,
    run: { ...inputs.run, tokens: [...standing.tokens], visits: { ...standing.visits }, attempts: 1 },
    submission: { ...submission, timelineSeq: submission.timelineSeq + stamps.length },
  }
}

async function load({ runtime, run }: ExecuteRun): Promise<WalkInputs | undefined> {
  const scope = companyScope(run.companyId)
  const { formId } = run
  const [start, workflow, form, connections] = await Promise.all([
    runtime.ports.stores.walkStart(scope, run),
    runtime.ports.versions.workflow({ scope, workflowId: run.workflowId, version: run.workflowVersion }),
    runtime.ports.versions.form({ scope, formId, version: run.formVersion }),
    runtime.ports.lookups.connections.summaries({ scope }),
  ])
  const { owned, submission } = start
  // Its first step may leave the process, with nothing to be saved before.
  if (!owned) return undefined
  if (submission === undefined || workflow === undefined || form === undefined)
    throw new RunWithoutOrigin(run.id)
  const names = await runtime.ports.people.names({ scope, ids: [submission.submittedBy] })
  return {
    runtime,
    run,
    now: claimTime(runtime, run),
    graph: workflow.graph,
    form: form.content,
    ...start,
    submission,
    connections,
    names,
  }
}

// The claim stays counted: what throws again and again is quarantined.
async function putOff({ runtime, run }: ExecuteRun, cause: unknown): Promise<void> {
  const scope = companyScope(run.companyId)
  const message = cause instanceof Error ? cause.message : String(cause)
  await runtime.ports.stores.of(scope).runs.putOff({
    run,
    until: retryLater(runtime, { ...run, tries: run.attempts }),
    error: { code: 'step-crashed', message, retryable: true },
  })
}

class RunWithoutOrigin extends Error {
  readonly code = 'run-without-origin'
  readonly retryable = false

  constructor(runId: string) {
    super(`The form or the workflow version of run ${runId} cannot be read: restore it from a backup.`)
    this.name = 'RunWithoutOrigin'
  }
}
