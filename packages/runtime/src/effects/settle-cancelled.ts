import type { RemoteDocument } from '@fieldledger/accounting'
import type { Effect } from '../ports/effect-store.ts'
import { closeTasks } from './close-tasks.ts'
import { isUndo } from './document-effects.ts'
import { effectStamp } from './effect-stamps.ts'
import { type EffectWork, settle } from './effect-work.ts'
import { leaveEarlier } from './leave-earlier.ts'
import { planMark } from './plan-mark.ts'

const inWords = { close: 'closed', delete: 'deleted', void: 'voided' } as const

/** A ledger may void what was to be deleted, since it was approved there meanwhile. */
function saidOf({ remote, how }: { remote: RemoteDocument | null; how: keyof typeof inWords }): string {
  const word = remote?.stateThere?.toLowerCase()
  return word === 'voided' || word === 'deleted' ? word : inWords[how]
}

/** The document is closed, voided or gone there. */
export async function settleCancelled(
  work: EffectWork,
  done: { create: Effect; remote: RemoteDocument | null; how: keyof typeof inWords },
): Promise<void> {
  const { confirmation } = done.create
  if (confirmation === undefined) return
  const gone = { kind: confirmation.document?.kind, status: 'removed' as const }
  const document: RemoteDocument | undefined =
    done.remote ??
    (confirmation.document === undefined
      ? undefined
      : { ...confirmation.document, ...gone, kind: confirmation.document.kind })
  const after = document === undefined ? confirmation : { ...confirmation, document }
  await settle(work, {
    change: {
      state: 'confirmed',
      waitingFor: null,
      confirmation: { ...after, verified: 'verified' },
      error: null,
      due: 'never',
    },
    stamps: [
      effectStamp(work, {
        code: 'document-cancelled',
        params: { number: confirmation.number ?? '', how: saidOf(done) },
      }),
    ],
    wakeRun: true,
    wakeDependants: true,
    also: async (store) => {
      await closeTasks(store, { effect: work.effect })
      const undone = isUndo(work.effect) && after.document?.status === 'removed'
      // As it stands now: it may have been claimed for a look of its own since it was read.
      const create = await store.effects.get(done.create.id)
      if (create === undefined) return
      await store.effects.amend({
        effect: create,
        // Taken back: the form is not sent, and its next send makes a new generation.
        change: undone ? { confirmation: after, state: 'superseded', due: 'never' } : { confirmation: after },
      })
      await leaveEarlier(store, work.effect)
      await planMark(store, work)
    },
  })
}
