import type { LedgerError } from '@fieldledger/accounting'
import { effectStamp } from './effect-stamps.ts'
import { type EffectWork, settle } from './effect-work.ts'
import { errorOf, type StateBefore } from './settle-failure.ts'

/** The ledger withdrew our access: effects wait, none fails, and those who can reconnect are told. */
export async function parkForConnection(
  work: EffectWork,
  { error, before }: { error: LedgerError; before: StateBefore },
): Promise<void> {
  const { runtime, scope, effect, connection } = work
  const now = await runtime.ports.lookups.connections.needsReconnect({
    scope,
    connectionId: effect.connectionId,
    reason: error.message,
    connectedAt: connection.connectedAt,
  })
  if (now === 'remade') return settle(work, { change: { ...before, error: errorOf(error), due: 'at-once' } })
  await settle(work, {
    change: { ...before, waitingFor: 'connection', error: errorOf(error), due: 'never' },
    stamps: [
      effectStamp(work, {
        code: 'needs-attention',
        params: { message: error.message, code: error.code },
        once: `reconnect:${effect.sends}`,
      }),
    ],
    hints: [
      { topic: 'connections', id: effect.connectionId },
      { topic: 'attention' },
      { topic: 'notifications' },
    ],
    also: async (store) => {
      // A notification leads to a form; without one the connection itself says what it needs.
      if (effect.submissionId === null) return
      await store.notifications.insert([
        {
          id: runtime.newId(),
          recipients: { roles: ['admin', 'bookkeeper'], people: [] },
          submissionId: effect.submissionId,
          text: `${connection.name} must be connected again: ${error.message}`,
          at: runtime.clock.now(),
        },
      ])
    },
  })
}
