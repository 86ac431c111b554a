import type { Confirmation, Effect } from '../ports/effect-store.ts'
import type { RuntimeStore } from '../ports/store.ts'

/** The create effect always says what the ledger holds now: nothing. */
export async function markRemoved(store: RuntimeStore, createId: string): Promise<void> {
  const create = await store.effects.get(createId)
  if (create?.confirmation === undefined) return
  const { document, ...kept } = create.confirmation
  const confirmation: Confirmation = {
    ...kept,
    verified: 'differs',
    differences: [{ field: 'document', sent: 'present', found: 'removed' }],
    ...(document === undefined ? {} : { document: { ...document, status: 'removed' } }),
  }
  await store.effects.amend({ effect: create, change: { confirmation, due: 'never' } })
}

export function isRemoved({ confirmation }: Pick<Effect, 'confirmation'>): boolean {
  return (
    confirmation?.document?.status === 'removed' ||
    confirmation?.differences.some(({ field }) => field === 'document') === true
  )
}
