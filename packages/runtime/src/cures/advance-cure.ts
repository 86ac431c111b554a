import { companyScope } from '@fieldledger/workflow'
import { RuntimeRefusal } from '../errors/runtime-errors.ts'
import { failpoint } from '../failpoints/failpoint.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { BatchItem, CureBatch } from '../ports/trigger-store.ts'
import { type AttentionEntry, needsAttention } from '../reads/needs-attention.ts'
import { nextOf } from '../triggers/next-of.ts'
import { tryAgain } from './try-again.ts'

/** Forms that are tried again in one transaction. */
const chunk = 20

/** The next forms of a cause are tried again. Whoever repeats it, or does it at the same time, finds the cursor moved. */
export async function advanceCure(runtime: Runtime, batch: CureBatch): Promise<boolean> {
  const { id, companyId, cursor, submissionIds = [] } = batch
  const scope = companyScope(companyId)
  const page = nextOf(submissionIds, { after: cursor, limit: chunk })
  const causes = await needsAttention({ runtime, companyId, submissionIds: page.ids })
  const cause = causes.find(({ key }) => key === batch.cause.key)
  const entries = cause?.entries ?? []
  const advanced = await runtime.ports.stores.transact(scope, async (store) => {
    const to = page.next === undefined ? { state: 'running' as const } : { cursor: page.next }
    if (!(await store.batches.move({ id, cursor, state: 'starting', to }))) return false
    const items: BatchItem[] = []
    for (const submissionId of page.ids) {
      const own = entries.filter((entry) => entry.submissionId === submissionId)
      items.push(await tryOne(store, { runtime, batch, submissionId, entries: own }))
    }
    failpoint('cure.in-transaction')
    await store.batches.addItems(items)
    await store.outbox.post({ work: true, hints: [{ topic: 'batches', id }, { topic: 'attention' }] })
    return true
  })
  if (advanced) {
    failpoint('cure.after-commit')
    runtime.doorbell.ring()
  }
  return advanced
}

async function tryOne(
  store: RuntimeStore,
  one: { runtime: Runtime; batch: CureBatch; submissionId: string; entries: readonly AttentionEntry[] },
): Promise<BatchItem> {
  const { runtime, batch, submissionId, entries } = one
  const person = batch.startedBy ?? { id: '', name: '' }
  let tried: AttentionEntry | undefined
  let refused: RuntimeRefusal | undefined
  for (const entry of entries) {
    try {
      await tryAgain(store, { runtime, entry, person })
      tried = entry.runId === undefined ? (tried ?? entry) : entry
    } catch (error) {
      // Somebody settled it meanwhile, or only a person can: it is left as it is, the others go on.
      if (!(error instanceof RuntimeRefusal)) throw error
      refused = error
    }
  }
  // Without an entry it went on before it came to its turn: what became of it is told all the same.
  const runId = (tried ?? entries[0])?.runId
  const item = {
    id: runtime.newId(),
    batchId: batch.id,
    submissionId,
    ...(runId === undefined ? {} : { runId }),
  }
  return tried === undefined && refused !== undefined
    ? { ...item, outcome: 'skipped', message: refused.message }
    : item
}
