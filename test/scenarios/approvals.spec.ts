import { expect, type Page, test } from '@playwright/test'
import { v7 } from 'uuid'
import { orderFields } from '../../apps/local/src/practice/practice-forms.ts'
import type { PracticeRole } from '../../apps/local/src/practice/practice-people.ts'
import { approvalWorkflow } from '../../apps/local/src/practice/practice-workflows.ts'
import { makeCompany, type TestCompany } from '../support/make-company.ts'
import { publishForm } from '../support/publish-form.ts'
import { stamps } from './support/order-office.ts'
import { type Person, signedIn } from './support/person.ts'
import { stackUrl } from './support/stack.ts'
import { stackPlace } from './support/stack-place.ts'

/** Two must approve: bookkeepers, or the supervisor of whoever submitted it. */
function twoApprove() {
  const graph = approvalWorkflow()
  const { s_approve: step } = graph.steps
  if (step === undefined) throw new RangeError('The practice workflow has no approval.')
  const config = {
    ...step.config,
    mode: 'some',
    count: 2,
    approvers: { roles: ['bookkeeper'], people: [] },
    supervisor: true,
  }
  graph.steps.s_approve = { ...step, config }
  return graph
}

test.describe
  .serial('Two must approve', () => {
    let company: TestCompany
    let formId: string
    let vendorId: string
    const people = new Map<PracticeRole, Person>()
    const pageOf = (role: PracticeRole): Page => {
      const person = people.get(role)
      if (person === undefined) throw new RangeError(`Nobody of role ${role} is signed in.`)
      return person.page
    }

    test.beforeAll(async ({ browser }) => {
      company = await makeCompany({ stack: stackPlace(), name: 'Approving' })
      const admin = await company.as('admin')
      formId = (await publishForm(admin, { graph: twoApprove() })).id
      vendorId = (await admin.post<{ id: string }>('/vendors', { name: 'Stone & Sons' })).id
      for (const role of ['admin', 'approver', 'bookkeeper'] as const) {
        const { email } = company.people[role]
        people.set(
          role,
          await signedIn(browser, { email, password: company.password, company: company.name }),
        )
      }
    })
    test.afterAll(async () => {
      for (const { context } of people.values()) await context.close()
    })

    async function submit(): Promise<string> {
      const id = v7()
      const field = await company.as('field')
      await field.post(`/forms/${formId}/submissions`, {
        id,
        formVersion: 1,
        values: {
          [orderFields.vendor]: [vendorId],
          [orderFields.date]: '2026-11-02',
          [orderFields.dueDate]: '2026-11-16',
          [orderFields.materials]: [{ id: 'r1', description: 'Gravel', quantity: '2', unitPrice: '30' }],
        },
      })
      return id
    }

    async function openTask(page: Page, submissionId: string): Promise<void> {
      await page.goto(`${stackUrl}/submissions/${submissionId}`)
      await page.getByRole('link', { name: 'Open the task' }).click()
      await page.waitForURL(/\/tasks\//)
    }

    test('the supervisor is set under People, who then approves; a bookkeeper hands over, and the second one settles it', async () => {
      const admin = pageOf('admin')
      await admin.goto(`${stackUrl}/people`)
      await admin.getByRole('row', { name: new RegExp(company.people.field.email) }).click()
      const drawer = admin.getByRole('dialog', { name: company.people.field.name })
      await drawer.getByRole('combobox', { name: 'Supervisor' }).click()
      await admin.getByRole('option', { name: company.people.approver.name }).click()
      await drawer.getByRole('button', { name: 'Save' }).click()
      await expect(drawer).toHaveCount(0)

      const id = await submit()
      const supervisor = pageOf('approver')
      await supervisor.goto(`${stackUrl}/submissions/${id}`)
      await openTask(supervisor, id)
      await expect(supervisor.getByText('0 of 2 approved')).toBeVisible()
      await supervisor.getByRole('button', { name: 'Approve' }).click()
      await supervisor.waitForURL(/\/tasks$/)

      const bookkeeper = pageOf('bookkeeper')
      await openTask(bookkeeper, id)
      await expect(bookkeeper.getByText('1 of 2 approved')).toBeVisible()
      await bookkeeper.getByRole('button', { name: 'Hand over' }).click()
      const handOver = bookkeeper.getByRole('dialog', { name: 'Who takes it over?' })
      await handOver.getByRole('combobox', { name: 'To' }).click()
      await bookkeeper.getByRole('option', { name: company.people.admin.name }).click()
      await handOver.getByLabel('Note (optional)').fill('You know the quarry.')
      await handOver.getByRole('button', { name: 'Hand over' }).click()
      await bookkeeper.waitForURL(/\/tasks$/)

      await openTask(admin, id)
      await admin.getByRole('button', { name: 'Approve' }).click()
      await admin.waitForURL(/\/tasks$/)
      await admin.goto(`${stackUrl}/submissions/${id}`)
      await expect(stamps(admin, 'approval-given')).toHaveCount(2)
      await expect(stamps(admin, 'task-handed-over')).toContainText('You know the quarry.')
      await expect(stamps(admin, 'approved')).toHaveCount(1)
    })

    test('several are decided in one list, each with its own reason', async () => {
      const [first, second] = [await submit(), await submit()]
      const page = pageOf('approver')
      await page.goto(`${stackUrl}/tasks`)
      await expect(page.getByRole('checkbox', { name: /^Mark Approve/ })).toHaveCount(2)
      await page.getByRole('checkbox', { name: 'Mark all approvals' }).check()
      await page.getByRole('button', { name: 'Decide 2' }).click()
      const list = page.getByRole('dialog', { name: 'Decide 2 approvals' })
      const row = list
        .getByRole('group')
        .filter({ has: page.getByRole('radiogroup') })
        .first()
      await row.getByText('Reject', { exact: true }).click()
      await expect(list.getByRole('button', { name: 'Decide all 2' })).toBeDisabled()
      await row.getByLabel('Reason').fill('Ordered twice')
      await list.getByRole('button', { name: 'Decide all 2' }).click()
      await expect(list).toHaveCount(0)
      const field = await company.as('field')
      const status = async (id: string) => (await field.get<{ status: string }>(`/submissions/${id}`)).status
      await expect
        .poll(async () => [await status(first), await status(second)].sort())
        .toEqual(['pending', 'rejected'])
    })
  })
