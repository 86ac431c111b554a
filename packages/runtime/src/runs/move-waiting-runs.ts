import { companyScope, moveToVersion, type VersionMove } from '@fieldledger/workflow'
import { NotFound } from '../errors/runtime-errors.ts'
import type { Run } from '../ports/run-store.ts'
import { byPerson } from '../timeline/actors.ts'
import type { PersonalUseCase, UseCase } from '../use-case.ts'

export interface WaitingRuns extends UseCase {
  workflowId: string
}

export interface WaitingRun {
  run: Run
  move: VersionMove
}

/** Runs that began on an earlier version: where each stands, where it would stand, and which must stay and why. */
export async function waitingRuns(
  input: WaitingRuns,
): Promise<{ latestVersion: number; waiting: WaitingRun[] }> {
  const { runtime, companyId, workflowId } = input
  const scope = companyScope(companyId)
  const { versions, stores } = runtime.ports
  const latestVersion = await versions.newestWorkflow({ scope, formId: workflowId })
  if (latestVersion === undefined) return { latestVersion: 0, waiting: [] }
  const latest = await versions.workflow({ scope, workflowId, version: latestVersion })
  if (latest === undefined) throw new NotFound('workflow')
  const runs = await stores.of(scope).runs.before({ workflowId, version: latestVersion, limit: 500 })
  const waiting: WaitingRun[] = []
  for (const run of runs) {
    const own = await versions.workflow({ scope, workflowId, version: run.workflowVersion })
    if (own === undefined) continue
    const definitionOf = (kind: string) => runtime.steps[kind]?.definition
    const { tokens } = run
    waiting.push({
      run,
      move: moveToVersion({ before: own.graph, after: latest.graph, tokens, definitionOf }),
    })
  }
  return { latestVersion, waiting }
}

export interface MoveWaitingRuns extends WaitingRuns, PersonalUseCase {
  runIds: readonly string[]
}

/** Those that were chosen and can go on by the latest version; whoever moved on meanwhile stays on its own. */
export async function moveWaitingRuns(input: MoveWaitingRuns): Promise<{ moved: number }> {
  const { runtime, companyId, person } = input
  const { latestVersion, waiting } = await waitingRuns(input)
  const chosen = waiting.filter(({ run, move }) => input.runIds.includes(run.id) && 'wouldStand' in move)
  let moved = 0
  for (const { run } of chosen) {
    const goesOn = await runtime.ports.stores.transact(companyScope(companyId), async (store) => {
      if (!(await store.runs.moveToVersion({ run, version: latestVersion }))) return false
      await store.timeline.append({
        submissionId: run.submissionId,
        stamps: [{ code: 'version-moved', params: { version: latestVersion }, actor: byPerson(person) }],
        at: runtime.clock.now(),
      })
      await store.outbox.post({ work: true, hints: [{ topic: 'submissions', id: run.submissionId }] })
      return true
    })
    if (goesOn) moved += 1
  }
  runtime.doorbell.ring()
  return { moved }
}
