import { orderLinesOf } from '@fieldledger/accounting'
import type { DraftInputs } from '@fieldledger/workflow'
import type { LoadDraft } from './load-draft.ts'
import { takenLast } from './taken-last.ts'

/** The order that a form was made from, as this ledger took it last and gave it back. */
export async function loadOrder(input: LoadDraft): Promise<Pick<DraftInputs, 'order'>> {
  const { runtime, scope, submission, connection } = input
  if (submission.madeFrom === undefined) return {}
  const effects = await runtime.ports.stores.of(scope).effects.ofSubmissions([submission.madeFrom])
  const taken = takenLast(effects, { connectionId: connection.id })
  if (taken === undefined) return {}
  return { order: { vendorId: taken.sent.party.id, lines: orderLinesOf(taken) } }
}
