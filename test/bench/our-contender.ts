import type { Db } from 'mongodb'
import type { TestCompany } from '../support/make-company.ts'
import type { PublishedForm } from '../support/publish-form.ts'
import { findNamed, orderRequest } from '../support/purchase-order.ts'
import type { Contender } from './contender.ts'

/** The shipped api and worker, with API key, validation, company checks, timeline and audit on. */
export async function ourContender(parts: {
  url: string
  company: TestCompany
  form: PublishedForm
  vendorId: string
  database: Db
}): Promise<Contender> {
  const { url, company, form, vendorId, database } = parts
  const field = await company.as('field')
  const admin = await company.as('admin')
  const { key } = await admin.post<{ key: string }>('/api-keys', {
    name: 'Bench',
    permissions: ['form.submit', 'submission.read'],
    days: 1,
  })
  const material = await findNamed(field, { list: 'materials', name: 'Safety netting 4 m' })
  const runs = database.collection<{ endedAt?: Date; claimedAt?: Date; results: { at: Date }[] }>('runs')
  const companyId = company.id
  return {
    name: 'Fieldledger',
    url: `${url}/api/v1/forms/${form.id}/submissions`,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    makeBody: () =>
      JSON.stringify(
        orderRequest({ formVersion: form.version, vendorId, materialId: material.id, quantity: 7 }),
      ),
    finished: () => runs.countDocuments({ companyId, state: 'finished' }),
    async lastFinish() {
      const last = await runs.findOne({ companyId, state: 'finished' }, { sort: { endedAt: -1 } })
      return last?.endedAt
    },
    async timesOf({ body }) {
      const submissionId: string = JSON.parse(body).id
      const run = await runs.findOne({ companyId, submissionId, state: 'finished' })
      const { claimedAt, endedAt, results = [] } = run ?? {}
      // The first that a worker took: those before it were taken with the submit.
      const first = results.find(({ at }) => claimedAt !== undefined && at >= claimedAt)
      return endedAt === undefined || first === undefined ? undefined : { first: first.at, last: endedAt }
    },
  }
}
