import { connectDatabase } from '@fieldledger/storage'
import { companyScope } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { drawPracticeForm } from '../../../apps/local/src/practice/draw-practice-form.ts'
import { makeCompany, type TestCompany } from '../../support/make-company.ts'
import { stackPlace } from './stack-place.ts'

/** A company as it is on its first day: a published purchase order, a workflow draft, no ledger. */
export async function makeDrawnCompany(made: { name: string; prefix: string }): Promise<TestCompany> {
  const stack = stackPlace()
  const company = await makeCompany({ stack, name: made.name })
  const database = await connectDatabase(stack.mongoUrl)
  try {
    await drawPracticeForm(database, {
      scope: companyScope(company.id),
      formId: v7(),
      prefix: made.prefix,
      by: company.people.admin.id,
    })
  } finally {
    await database.close()
  }
  return company
}
