import { orderLinesOf } from '@fieldledger/accounting'
import type { DraftInputs } from '@fieldledger/workflow'
import type { LoadDraft } from './load-draft.ts'
import { takenLast } from './taken-last.ts'

/** The order that a form was made from, as this ledger took it last and gave it back. */
export async function loadOrder(input: LoadDraft): Promise<Pick<DraftInputs, 'order' | 'madeFrom'>> {
  const { runtime, scope, submission, connection } = input
  if (submission.madeFrom === undefined) return {}
  const effects = await runtime.ports.stores.of(scope).effects.ofSubmissions([submission.madeFrom])
  const taken = takenLast(effects, { connectionId: connection.id })
  const meant = effects.some(
    ({ operation, connectionId, state }) =>
      operation === 'create' && connectionId === connection.id && state !== 'superseded',
  )
  const madeFrom = { id: submission.madeFrom, meant }
  if (taken === undefined) return { madeFrom }
  return { madeFrom, order: { vendorId: taken.sent.party.id, lines: orderLinesOf(taken) } }
}
