import type { Submission } from '@fieldledger/forms'
import { companyScope } from '@fieldledger/workflow'
import { curedOutcome } from '../cures/cured-outcome.ts'
import { failpoint } from '../failpoints/failpoint.ts'
import { partsOfSplit } from '../links/parts-of-split.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { Batch, BatchItem } from '../ports/trigger-store.ts'
import { ledgerStates } from '../reads/ledger-states.ts'
import { describeCounts } from './describe-counts.ts'
import { itemOutcome } from './item-outcome.ts'

const mostAtOnce = 200

/** What became of the forms of a batch; when nothing is under way any more, its summary is told, once. */
export async function settleBatch(
  runtime: Runtime,
  which: { companyId: string; id: string },
): Promise<boolean> {
  const scope = companyScope(which.companyId)
  const store = runtime.ports.stores.of(scope)
  const batch = await store.batches.get(which.id)
  if (batch?.state !== 'running') return false
  const decided = await decideItems(runtime, { store, batch })
  const [open] = await store.batches.items({ batchId: batch.id, undecided: true, limit: 1 })
  if (open !== undefined) {
    if (decided > 0) await store.outbox.post({ work: false, hints: [{ topic: 'batches', id: batch.id }] })
    return false
  }
  return finish(runtime, batch)
}

async function decideItems(
  runtime: Runtime,
  { store, batch }: { store: RuntimeStore; batch: Batch },
): Promise<number> {
  let decided = 0
  let after = ''
  for (;;) {
    const items = await store.batches.items({ batchId: batch.id, undecided: true, after, limit: mostAtOnce })
    const found = await outcomesOf(runtime, { store, batch, items })
    await store.batches.decide(found)
    decided += found.length
    const last = items.at(-1)
    if (last === undefined || items.length < mostAtOnce) return decided
    after = last.id
  }
}

async function outcomesOf(
  runtime: Runtime,
  { store, batch, items }: { store: RuntimeStore; batch: Batch; items: readonly BatchItem[] },
): Promise<BatchItem[]> {
  const { companyId } = store.scope
  const submissions = await store.submissions.getMany(items.map(({ submissionId }) => submissionId))
  const sent = new Map<string, Submission[]>()
  for (const one of submissions) sent.set(one.id, [one, ...(await partsOfSplit(store, one))])
  const ledgers = await ledgerStates({ runtime, companyId, submissions: [...sent.values()].flat() })
  const outcomes = await Promise.all(
    items.map(async (item) => {
      const { runId = '', submissionId } = item
      const [run, results, openTasks] = await Promise.all([
        store.runs.get(runId),
        store.runs.results(runId),
        store.tasks.list({ runId, states: ['open'], limit: 1 }),
      ])
      const now = runtime.clock.now()
      // A form that was split is where its orders are.
      const ids = (sent.get(submissionId) ?? []).map(({ id }) => id)
      const facts = { run, results, openTasks, ledgers: ids.flatMap((id) => ledgers.get(id) ?? []), now }
      const outcome =
        batch.origin === 'cure'
          ? curedOutcome({ ...facts, effects: await store.effects.ofSubmissions(ids) })
          : itemOutcome(facts)
      return outcome === undefined ? [] : [{ ...item, ...outcome }]
    }),
  )
  return outcomes.flat()
}

async function finish(runtime: Runtime, batch: Batch): Promise<boolean> {
  return runtime.ports.stores.transact(companyScope(batch.companyId), async (store) => {
    const { id, cursor } = batch
    const finishedAt = runtime.clock.now()
    const moved = await store.batches.move({
      id,
      cursor,
      state: 'running',
      to: { state: 'finished', finishedAt },
    })
    if (!moved) return false
    failpoint('batch.in-settling')
    const counts = (await store.batches.counts([id])).get(id)
    const summary = counts === undefined ? undefined : describeCounts(counts)
    // A day without anything to send disturbs nobody.
    if (summary !== undefined)
      await store.notifications.insert([
        { id: runtime.newId(), recipients: batch.tell, batchId: id, text: summary, at: finishedAt },
      ])
    await store.outbox.post({ work: false, hints: [{ topic: 'batches', id }, { topic: 'notifications' }] })
    return true
  })
}
