import type { Db } from 'mongodb'
import type { SendingCompany } from '../../support/make-company.ts'
import { findNamed } from '../../support/purchase-order.ts'
import type { Office } from './order-stories.ts'

/** Somebody who orders and somebody who approves, signed in, with what they order. */
export async function openOffice(company: SendingCompany, database: Db): Promise<Office> {
  const [field, approver] = await Promise.all([company.as('field'), company.as('approver')])
  const vendor = await findNamed(field, { list: 'vendors', name: 'Cascade Lumber Supply' })
  const material = await findNamed(field, { list: 'materials', name: '2x4x8 Stud' })
  return {
    companyId: company.id,
    formId: company.form.id,
    formVersion: company.form.version,
    vendorId: vendor.id,
    materialId: material.id,
    field,
    approver,
    database,
  }
}
