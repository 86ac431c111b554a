import { type DocumentKind, documentCapability } from '@fieldledger/accounting'
import { type ConnectionSummary, companyScope } from '@fieldledger/workflow'
import { NoConnection, ReconcileRefused } from '../errors/runtime-errors.ts'
import type { Reconciliation } from '../ports/reconciliation-store.ts'
import type { PersonalUseCase } from '../use-case.ts'

export interface StartReconciliation extends PersonalUseCase {
  connectionId: string
  month: string
}

/** Reads the books of that month once more, in the background, and compares them with what was sent. */
export async function startReconciliation(input: StartReconciliation): Promise<void> {
  const { runtime, companyId, connectionId, month, person } = input
  const scope = companyScope(companyId)
  const connections = await runtime.ports.lookups.connections.summaries({ scope })
  const connection = connections.find(({ id }) => id === connectionId)
  if (connection?.state !== 'active') throw new NoConnection()
  const kinds = kindsOf(connection)
  if (kinds.length === 0)
    throw new ReconcileRefused('This ledger takes no documents: there is nothing to compare with it.')
  const now = runtime.clock.now()
  const reconciliation: Reconciliation = {
    id: runtime.newId(),
    companyId,
    connectionId,
    month,
    state: 'reading',
    pass: 1,
    kinds,
    at: { kind: 0 },
    read: 0,
    startedAt: now,
    startedBy: { id: person.id, name: person.name },
    dueAt: now,
  }
  await runtime.ports.stores.transact(scope, async (store) => {
    if (!(await store.reconciliations.begin(reconciliation)))
      throw new ReconcileRefused('This month is being read already: wait until it is finished.')
    await store.outbox.post({ work: false, hints: [{ topic: 'attention' }] })
  })
}

/** Two kinds of ours may be one kind of theirs: it is read once. */
function kindsOf({ capabilities }: ConnectionSummary): DocumentKind[] {
  const byLabel = new Map<string, DocumentKind>()
  for (const kind of Object.keys(capabilities.documents) as DocumentKind[]) {
    const there = documentCapability(capabilities, kind)
    if (there?.create === true && !byLabel.has(there.label)) byLabel.set(there.label, kind)
  }
  return [...byLabel.values()]
}
