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

/** As many as are listed, or moved, at once. */
const most = 500

interface Listed {
  latestVersion: number
  waiting: WaitingRun[]
  total: number
  /** Where the next page begins; undefined = there is none. */
  next?: string
}

/** Runs that began on an earlier version: where each stands, where it would stand, and which must stay and why. */
export async function waitingRuns(
  input: WaitingRuns & { after?: string | undefined; only?: readonly string[] },
): Promise<Listed> {
  const { runtime, companyId, workflowId, after, only } = input
  const scope = companyScope(companyId)
  const { versions, stores } = runtime.ports
  const latestVersion = await versions.newestWorkflow({ scope, formId: workflowId })
  if (latestVersion === undefined) return { latestVersion: 0, waiting: [], total: 0 }
  const latest = await versions.workflow({ scope, workflowId, version: latestVersion })
  if (latest === undefined) throw new NotFound('workflow')
  const store = stores.of(scope).runs
  const earlier = { workflowId, version: latestVersion }
  const narrowed = only === undefined ? { after } : { only }
  const [found, total] = await Promise.all([
    store.before({ ...earlier, ...narrowed, limit: most + 1 }),
    store.countBefore(earlier),
  ])
  const runs = found.slice(0, most)
  const next = found.length > most ? runs.at(-1)?.id : undefined
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
  return { latestVersion, waiting, total, ...(next === undefined ? {} : { next }) }
}

export interface MoveWaitingRuns extends WaitingRuns, PersonalUseCase {
  runIds: readonly string[]
}

/** Those that were chosen and can go on by the latest version; whoever moved on meanwhile stays on its own. */
export async function moveWaitingRuns(input: MoveWaitingRuns): Promise<{ moved: number }> {
  const { runtime, companyId, person } = input
  const { latestVersion, waiting } = await waitingRuns({ ...input, only: input.runIds })
  const chosen = waiting.filter(({ move }) => 'wouldStand' in move)
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
