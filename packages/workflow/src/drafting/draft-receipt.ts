import { documentCapability, type RemoteReference } from '@fieldledger/accounting'
import { type MaterialRow, rowAmount } from '@fieldledger/forms'
import type { Problem } from '../graph/problem.ts'
import type { DraftInputs } from './draft-inputs.ts'
import type { DraftedLine } from './draft-line.ts'
import { heldProblem } from './held-problem.ts'

/** Is this document made out of an order that the ledger holds? */
export function isOfOrder({ connection, request }: DraftInputs): boolean {
  return documentCapability(connection.capabilities, request.documentKind)?.ofOrder === true
}

/** Is it cured by the order, once that is in the ledger as it is here? */
export function isOfOrderProblem({ code }: Pick<Problem, 'code'>): boolean {
  return code === 'order-not-there' || code === 'order-line-missing'
}

/** What arrived: rows of which nothing did say nothing. */
export function receivedRows(rows: readonly MaterialRow[]): MaterialRow[] {
  return rows.filter(({ quantity }) => Number(quantity) !== 0)
}

/** The order must be there, and be of the same vendor. */
export function orderProblems(inputs: DraftInputs, vendor: RemoteReference | undefined): Problem[] {
  if (!isOfOrder(inputs)) return unlinkedOrder(inputs)
  const { order, connection } = inputs
  const label = connection.providerLabel
  if (order === undefined || order.lines.size === 0)
    return [
      heldProblem(
        'order-not-there',
        `The order of this form is not in ${label}, or its lines were changed there: send the order first, then this form.`,
        sendingOrder(inputs),
      ),
    ]
  if (vendor === undefined || vendor.id === order.vendorId) return []
  return [
    heldProblem(
      'vendor-not-of-order',
      `The order of this form is of another vendor in ${label}: pick the vendor of the order.`,
      { cure: 'edit-form' },
    ),
  ]
}

/** A bill goes without its order, which stays open there then: said beforehand, and not held. */
function unlinkedOrder(inputs: DraftInputs): Problem[] {
  const { connection, request, order, madeFrom } = inputs
  const there = documentCapability(connection.capabilities, request.documentKind)
  const isLinked = order !== undefined && order.lines.size > 0
  if (there?.linksOrders !== true || madeFrom?.meant !== true || isLinked) return []
  const message = `The order of this form is not in ${connection.providerLabel}, so this ${there.label.toLowerCase()} would not close it there: send the order first, or this one alone.`
  return [{ code: 'order-not-linked', severity: 'warning', message, ...sendingOrder(inputs) }]
}

function sendingOrder({ madeFrom, connection }: DraftInputs): Pick<Problem, 'cure' | 'params'> {
  if (madeFrom === undefined) return {}
  return { cure: 'send-order', params: { orderId: madeFrom.id, connectionId: connection.id } }
}

/** One row of a receipt: the order's line says what it is, the row how much of it arrived. A price is not needed. */
export function draftReceivedLine(
  row: MaterialRow,
  { inputs, line }: { inputs: DraftInputs; line: number },
): DraftedLine {
  const { order, submission, connection } = inputs
  const there = order?.lines.get(row.id)
  const { id, quantity, unit, unitPrice = '0' } = row
  const amount = rowAmount({ quantity, unitPrice }, submission.currency)
  const drafted = {
    id,
    kind: there?.kind ?? ('item' as const),
    description: row.description.trim() || (inputs.materials.get(row.materialId ?? '')?.name ?? ''),
    quantity,
    ...(unit === undefined ? {} : { unit }),
    unitPrice,
    ...(amount === undefined ? {} : { amount }),
  }
  if (there !== undefined || order === undefined || order.lines.size === 0)
    return { line: drafted, problems: [] }
  return {
    line: drafted,
    problems: [
      heldProblem(
        'order-line-missing',
        `Line ${line} is not on the order in ${connection.providerLabel}: take it out of the form, or add it to the order and send that first.`,
        { cure: 'edit-form', params: { line, rowId: id } },
      ),
    ],
  }
}
