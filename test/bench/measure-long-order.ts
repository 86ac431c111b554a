import type { Db } from 'mongodb'
import type { Stack } from '../../apps/local/src/boot-stack.ts'
import { orderFields } from '../../apps/local/src/practice/practice-forms.ts'
import { sendAtOnce } from '../support/graphs.ts'
import { makeSendingCompany } from '../support/make-company.ts'
import { findNamed, orderRequest } from '../support/purchase-order.ts'
import { until } from '../support/until.ts'

export interface LongOrder {
  lines: number
  /** From the click to the answer, and to the order that was read back from the ledger and compared. */
  acceptedMs: number
  verifiedMs: number
}

const withinMs = 60_000

/** One purchase order of so many lines, submitted and sent to the practice ledger. */
export async function measureLongOrder(about: {
  stack: Stack
  database: Db
  lines: number
}): Promise<LongOrder> {
  const { stack, database, lines } = about
  const company = await makeSendingCompany({ stack, graph: sendAtOnce })
  const field = await company.as('field')
  const vendor = await findNamed(field, { list: 'vendors', name: 'Cascade Lumber Supply' })
  const material = await findNamed(field, { list: 'materials', name: '2x4x8 Stud' })
  const order = orderRequest({
    formVersion: company.form.version,
    vendorId: vendor.id,
    materialId: material.id,
    quantity: 1,
  })
  order.values[orderFields.materials] = Array.from({ length: lines }, (_, line) => ({
    id: `r${line}`,
    materialId: material.id,
    description: `Material for storey ${line}`,
    quantity: '1',
    unitPrice: '4.25',
  }))
  const clicked = performance.now()
  await field.post(`/forms/${company.form.id}/submissions`, order)
  const acceptedMs = performance.now() - clicked
  await until({ what: 'the long order was verified', withinMs }, async () => {
    const effect = await database
      .collection<{ state: string; confirmation?: { verified: string } }>('effects')
      .findOne({ companyId: company.id, submissionId: order.id, 'target.kind': 'document' })
    return effect?.confirmation?.verified === 'verified' ? true : undefined
  })
  return { lines, acceptedMs, verifiedMs: performance.now() - clicked }
}
