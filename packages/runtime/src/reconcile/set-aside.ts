import { companyScope } from '@fieldledger/workflow'
import { NotFound, ReconcileRefused } from '../errors/runtime-errors.ts'
import type { ReconciledDocument } from '../ports/reconciliation-store.ts'
import type { PersonalUseCase } from '../use-case.ts'

export interface SetRowAside extends PersonalUseCase {
  rowId: string
  /** null = it counts again. */
  reason: string | null
}

/** A month is brought to zero: what needs no cure is set aside with a reason and a name. */
export async function setRowAside(input: SetRowAside): Promise<ReconciledDocument> {
  const { runtime, rowId, person } = input
  const reason = input.reason?.trim()
  if (reason === '') throw new ReconcileRefused('Say why it is set aside: write a reason, then save.')
  const store = runtime.ports.stores.of(companyScope(input.companyId))
  const by = { id: person.id, name: person.name }
  const aside = reason === undefined ? null : { reason, by, at: runtime.clock.now() }
  const row = await store.reconciliations.setAside({ id: rowId, aside })
  if (row === undefined) throw new NotFound('document')
  return row
}
