import { orderLinesOf } from '@fieldledger/accounting'
import type { DraftInputs } from '@fieldledger/workflow'
import type { LoadDraft } from './load-draft.ts'
import { sentBy } from './sent-by.ts'

/** The order that a form was made from, as this ledger took it last and gave it back. */
export async function loadOrder(input: LoadDraft): Promise<Pick<DraftInputs, 'order'>> {
  const { runtime, scope, submission, connection } = input
  if (submission.madeFrom === undefined) return {}
  const effects = await runtime.ports.stores.of(scope).effects.ofSubmissions([submission.madeFrom])
  const own = effects.filter(
    ({ connectionId, target }) => connectionId === connection.id && target.kind === 'document',
  )
  const create = own.find(
    ({ operation, state, confirmation }) =>
      operation === 'create' && state !== 'superseded' && confirmation?.document !== undefined,
  )
  const read = create?.confirmation?.document
  const last = own.find(({ frozen }) => frozen !== undefined && frozen.hash === create?.confirmation?.hash)
  const sent = last && sentBy(last)
  if (read === undefined || sent === undefined) return {}
  return { order: { vendorId: sent.party.id, lines: orderLinesOf({ sent, read }) } }
}
