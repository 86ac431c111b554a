import { type FormType, nextTypesOf, type Submission } from '@fieldledger/forms'
import type { CompanyScope } from '@fieldledger/workflow'
import { CannotBeMadeFrom, NotFound } from '../errors/runtime-errors.ts'
import type { Runtime } from '../ports/runtime.ts'
import { refuseSplit } from './refuse-split.ts'

/** The order that a form of this type is made from, or a refusal. More than was ordered is a warning, never refused. */
export async function orderFor(
  { ports }: Pick<Runtime, 'ports'>,
  which: { scope: CompanyScope; type: FormType; madeFrom: string | undefined },
): Promise<Submission | undefined> {
  if (which.madeFrom === undefined) return undefined
  const order = await ports.stores.of(which.scope).submissions.get(which.madeFrom)
  if (order === undefined) throw new NotFound('form')
  const ready = order.status === 'approved' || order.status === 'closed'
  if (!ready || !nextTypesOf(order.formType).includes(which.type)) throw new CannotBeMadeFrom()
  await refuseSplit(ports.stores.of(which.scope), { submission: order, what: 'receive or bill' })
  return order
}
