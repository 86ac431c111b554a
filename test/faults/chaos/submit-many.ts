import type { SendingCompany } from '../../support/make-company.ts'
import { findNamed, orderRequest } from '../../support/purchase-order.ts'

/** Submits that many orders in a company whose workflow sends at once; answers their ids. */
export async function submitMany(company: SendingCompany, count: number): Promise<string[]> {
  const field = await company.as('field')
  const vendor = await findNamed(field, { list: 'vendors', name: 'Cascade Lumber Supply' })
  const material = await findNamed(field, { list: 'materials', name: '2x4x8 Stud' })
  const requests = Array.from({ length: count }, (_, position) =>
    orderRequest({
      formVersion: company.form.version,
      vendorId: vendor.id,
      materialId: material.id,
      quantity: position + 1,
    }),
  )
  await Promise.all(requests.map((request) => field.post(`/forms/${company.form.id}/submissions`, request)))
  return requests.map(({ id }) => id)
}
