import { companyScope } from '@fieldledger/workflow'
import { failpoint } from '../failpoints/failpoint.ts'
import type { EventStart } from '../ports/event-start-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { PublishedStart } from '../ports/versions.ts'
import { runBefore } from '../runs/run-before.ts'
import { beginRun } from './begin-run.ts'
import { mostInARow, refuseLoop } from './refuse-loop.ts'

const firstWaitMs = 2000
const longestWaitMs = 10 * 60_000

/** What was refused because it goes in a circle; for the log. */
export interface LoopRefused {
  companyId: string
  workflowId: string
  submissionId: string
}

/**
 * A workflow starts by what happened to a form, and the start is done with, in one transaction: two workers conflict
 * here, one of them repeats and finds it gone.
 */
export async function startByEvent(
  runtime: Runtime,
  { companyId, id, workflowId }: { companyId: string; id: string; workflowId: string },
): Promise<LoopRefused | undefined> {
  const scope = companyScope(companyId)
  const published = await runtime.ports.versions.start({ scope, workflowId })
  const refused = await runtime.ports.stores.transact(scope, async (store) => {
    const start = await store.eventStarts.get(id)
    if (start === undefined) return false
    if ((await runBefore(store, { ...start, workflowId })) !== undefined) {
      // The form's next event is not lost: it waits until the run before it is over.
      await store.eventStarts.putOff({ id, ms: Math.min(firstWaitMs * 2 ** start.tries, longestWaitMs) })
      return false
    }
    if (!(await store.eventStarts.remove(id))) return false
    failpoint('event.in-transaction')
    return begin(store, { runtime, start, published })
  })
  failpoint('event.after-commit')
  runtime.doorbell.ring()
  return refused ? { companyId, ...refused } : undefined
}

async function begin(
  store: RuntimeStore,
  from: { runtime: Runtime; start: EventStart; published: PublishedStart | undefined },
): Promise<Omit<LoopRefused, 'companyId'> | false> {
  const { runtime, start, published } = from
  // Paused, archived or published otherwise since it happened: it starts nothing any more.
  if (published?.start.on !== 'event' || published.start.paused) return false
  if (await store.schedules.formArchived(published.formId)) return false
  const { workflowId, version } = published
  const { submissionId, causedBy } = start
  const workflow = await runtime.ports.versions.workflow({ scope: store.scope, workflowId, version })
  const cause = causedBy === undefined ? undefined : await store.runs.get(causedBy)
  const depth = cause === undefined ? 0 : (cause.depth ?? 0) + 1
  const name = published.name ?? ''
  if (depth > mostInARow) {
    await refuseLoop(store, { runtime, start, workflow, name, depth })
    return { workflowId, submissionId }
  }
  await beginRun(store, {
    runtime,
    workflow,
    submissionId,
    depth,
    stamp: {
      code: 'event-started',
      params: { workflow: name, event: start.event },
      actor: { kind: 'system' },
      once: `${start.id}:started`,
    },
  })
  await store.outbox.post({ work: true, hints: [] })
  return false
}
