import type { Effect } from '../ports/effect-store.ts'
import { troubleOf } from '../reads/ledger-state.ts'
import { type ItemFacts, itemOutcome, type Outcome } from '../triggers/item-outcome.ts'

/** What became of a form that was tried again; undefined = still under way. */
export function curedOutcome(facts: ItemFacts & { effects: readonly Effect[] }): Outcome | undefined {
  const { run, effects, ledgers } = facts
  // Due: woken and not looked at yet, on its way, or being looked up.
  if (effects.some(({ dueAt, state }) => dueAt !== null || state === 'sending')) return undefined
  if (run?.state === 'active' && run.dueAt !== null) return itemOutcome(facts)
  const [trouble] = effects.filter(stillInTrouble).map(troubleOf)
  if (trouble?.message !== undefined) return { outcome: 'failed', message: trouble.message }
  if (run !== undefined) return itemOutcome(facts)
  const sent = ledgers.find(({ number }) => number !== undefined)
  return sent === undefined
    ? { outcome: 'skipped', message: 'It was settled before it came to its turn.' }
    : {
        outcome: 'sent',
        ...(sent.number === undefined ? {} : { number: sent.number }),
        ...(sent.url === undefined ? {} : { url: sent.url }),
      }
}

function stillInTrouble({ state, waitingFor }: Effect): boolean {
  if (state === 'planned')
    return waitingFor === 'cure' || waitingFor === 'connection' || waitingFor === 'person'
  return state === 'rejected' || state === 'needs-person' || state === 'unknown'
}
