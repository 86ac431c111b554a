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
  if (!isOfOrder(inputs)) return []
  const { order, connection } = inputs
  const label = connection.providerLabel
  if (order === undefined || order.lines.size === 0)
    return [
      heldProblem(
        'order-not-there',
        `The order of this form is not in ${label}, or its lines were changed there: send the order first, then this form.`,
        {},
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
