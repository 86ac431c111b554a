import { connectPracticeLedger } from './connect-practice-ledger.ts'
import { exampleOrders } from './example-orders.ts'
import { importPracticeLedger } from './import-practice-ledger.ts'
import { harbour } from './practice-companies.ts'
import { type PracticeRole, practiceEmail } from './practice-people.ts'
import { PracticeSession } from './practice-session.ts'
import { publishPracticeWorkflow } from './publish-practice-workflow.ts'
import { decideExample, submitExample } from './submit-example.ts'

/**
 * Finished examples for Harbour Construction, made through the interface that everybody uses, so that every stamp and
 * every document in the practice ledger is real. Repeatable: what is there already is left alone, and once the last
 * example stands, nothing is touched again.
 */
export async function seedExamples(at: { apiUrl: string; password: string }): Promise<void> {
  const as = (role: PracticeRole) =>
    PracticeSession.signIn({ ...at, companyId: harbour.id, email: practiceEmail(role) })
  const admin = await as('admin')
  const last = exampleOrders.at(-1)
  if (last !== undefined && (await admin.exists(`/submissions/${last.id}`))) return
  const connection = await connectPracticeLedger(admin, harbour)
  await importPracticeLedger(admin, connection)
  const form = await publishPracticeWorkflow(admin, connection)
  const [field, approver] = await Promise.all([as('field'), as('approver')])
  for (const order of exampleOrders) {
    await submitExample(field, { form, order })
    await decideExample(approver, order)
  }
}
