import { companyScope, type WorkflowVersion } from '@fieldledger/workflow'
import { advanceCure } from '../cures/advance-cure.ts'
import { advanceResend } from '../cures/advance-resend.ts'
import { failpoint } from '../failpoints/failpoint.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { BatchItem, MatchedPage, WorkflowBatch } from '../ports/trigger-store.ts'
import { beginRun } from './begin-run.ts'
import { nextOf } from './next-of.ts'

/** Forms that begin in one transaction: small enough to be quick, and to be repeated. */
const chunk = 20

/** The next forms of a batch begin. Whoever repeats it, or does it at the same time, finds the cursor moved. */
export async function advanceBatch(
  runtime: Runtime,
  which: { companyId: string; id: string },
): Promise<boolean> {
  const scope = companyScope(which.companyId)
  const batch = await runtime.ports.stores.of(scope).batches.get(which.id)
  if (batch?.state !== 'starting') return false
  if (batch.origin === 'cure') {
    const { resendTo } = batch
    return resendTo === undefined
      ? advanceCure(runtime, batch)
      : advanceResend(runtime, { ...batch, resendTo })
  }
  const { workflowId, workflowVersion: version } = batch
  const workflow = await runtime.ports.versions.workflow({ scope, workflowId, version })
  const advanced = await runtime.ports.stores.transact(scope, async (store) => {
    const page = await nextForms(store, batch)
    const moved = await store.batches.move({
      id: batch.id,
      cursor: batch.cursor,
      state: 'starting',
      to: page.next === undefined ? { state: 'running' } : { cursor: page.next },
    })
    if (!moved) return false
    const items: BatchItem[] = []
    const obstacles = await obstaclesOf(store, { batch, ids: page.ids })
    for (const submissionId of page.ids)
      items.push(await beginOne(store, { runtime, batch, workflow, submissionId, obstacles }))
    failpoint('batch.in-transaction')
    await store.batches.addItems(items)
    await store.outbox.post({ work: true, hints: [{ topic: 'batches', id: batch.id }] })
    return true
  })
  if (advanced) {
    failpoint('batch.after-commit')
    runtime.doorbell.ring()
  }
  return advanced
}

async function nextForms(store: RuntimeStore, batch: WorkflowBatch): Promise<MatchedPage> {
  const { match, submissionIds = [], cursor } = batch
  if (match !== undefined && submissionIds.length === 0)
    return store.matches.matching({ match, after: cursor, limit: chunk })
  return nextOf(submissionIds, { after: cursor, limit: chunk })
}

/** Why forms of this page are left out: chosen by hand without fitting, or ran already, where each is meant once. */
async function obstaclesOf(
  store: RuntimeStore,
  { batch, ids }: { batch: WorkflowBatch; ids: readonly string[] },
): Promise<Map<string, string>> {
  const { origin, match, workflowId } = batch
  if (origin === 'date-range') {
    const ran = await store.runs.ranWith({ workflowId, submissionIds: ids })
    return new Map([...ran].map((id) => [id, 'This workflow ran with it already.']))
  }
  if (origin === 'clock' || match === undefined || ids.length === 0) return new Map()
  const fitting = await store.matches.matching({ match, after: '', limit: ids.length, only: ids })
  const unfit = ids.filter((id) => !fitting.ids.includes(id))
  return new Map(unfit.map((id) => [id, 'It is not one that the workflow takes, by its status or age.']))
}

async function beginOne(
  store: RuntimeStore,
  one: {
    runtime: Runtime
    batch: WorkflowBatch
    workflow: WorkflowVersion | undefined
    submissionId: string
    obstacles: ReadonlyMap<string, string>
  },
): Promise<BatchItem> {
  const { runtime, batch, workflow, submissionId, obstacles } = one
  const item = { id: runtime.newId(), batchId: batch.id, submissionId }
  const obstacle = obstacles.get(submissionId)
  if (obstacle !== undefined) return { ...item, outcome: 'skipped', message: obstacle }
  const begun = await beginRun(store, {
    runtime,
    workflow,
    submissionId,
    stamp: {
      code: 'batch-started',
      params: { origin: batch.origin, batchId: batch.id },
      actor: batch.startedBy === undefined ? { kind: 'system' } : { kind: 'person', ...batch.startedBy },
      once: `${batch.id}:started`,
    },
  })
  return 'runId' in begun
    ? { ...item, runId: begun.runId }
    : { ...item, outcome: 'skipped', message: begun.skipped }
}
