import { expect, type Page, test } from '@playwright/test'
import {
  approve,
  type OrderOffice,
  openOffice,
  openTask,
  reviseQuantity,
  stamps,
  submitOrder,
} from './support/order-office.ts'
import { sendBackWorkflow } from './support/order-workflows.ts'

const vendor = 'Cascade Lumber Supply'

test.describe
  .serial('An order changes on its way, and the books follow', () => {
    let office: OrderOffice
    let orderUrl: string
    let order: { Id: string; DocNumber: string }

    test.beforeAll(async ({ browser }) => {
      office = await openOffice(browser, {
        name: 'Changing Orders',
        graph: sendBackWorkflow,
        roles: ['admin', 'field', 'approver'],
      })
    })
    test.afterAll(() => office?.close())

    test('a rejected order goes back with its note, is changed, approved and sent, and the timeline tells it all', async () => {
      const field = office.page('field')
      const approver = office.page('approver')
      orderUrl = await submitOrder(field, {
        formId: office.company.form.id,
        vendor,
        lines: [{ material: '2x4x8 Stud', quantity: '32' }],
        memo: 'At the north gate.',
      })
      await openTask(approver, orderUrl)
      await approver.getByRole('button', { name: 'Reject' }).click()
      const why = approver.getByRole('dialog', { name: 'Why is it rejected?' })
      await expect(why.getByRole('button', { name: 'Reject' })).toBeDisabled()
      await why.getByLabel('Note').fill('Half of that is enough.')
      await why.getByRole('button', { name: 'Reject' }).click()
      await approver.waitForURL(/\/tasks$/)
      await expect(stamps(field, 'rejected')).toContainText('Half of that is enough.')
      await expect(stamps(field, 'sent-back')).toContainText('Please change it and send it again.')
      await openTask(field, orderUrl)
      await field.getByRole('link', { name: 'Change the form' }).click()
      await reviseQuantity(field, '16')
      await expect(stamps(field, 'returned')).toBeVisible()
      await expect(stamps(field, 'approval-asked')).toHaveCount(2)
      await approve(approver, orderUrl)
      await expect(stamps(field, 'document-created')).toContainText(/Synced to .* as .* #.*, verified/)
      await expect(stamps(field, 'revised')).toContainText('Materials changed')
    })

    test('S4-21 S4-22 what arrived is the changed order, once, with its number on the page', async () => {
      const orders = await office.orders()
      expect(orders).toHaveLength(1)
      const [only] = orders
      expect(only?.Memo ?? only?.PrivateNote).toContain('At the north gate.')
      order = { Id: only?.Id ?? '', DocNumber: only?.DocNumber ?? '' }
      await expect(office.page('field').locator('[data-ledger-state="verified"]')).toContainText(
        order.DocNumber,
      )
    })

    test('S4-23 a synced order that is revised asks for approval again and then changes the same purchase order', async () => {
      const admin = office.page('admin')
      const [before] = await office.orders()
      await admin.goto(orderUrl)
      await admin.getByRole('link', { name: 'Revise' }).click()
      await reviseQuantity(admin, '48')
      await expect(stamps(admin, 'approval-asked')).toHaveCount(3)
      expect(await office.orders()).toEqual([before])
      await openTask(office.page('approver'), orderUrl)
      await expectQuantityChange(office.page('approver'), { from: '16', to: '48' })
      await admin.getByRole('link', { name: 'What changed' }).click()
      await expectQuantityChange(admin, { from: '16', to: '48' })
      await admin.getByRole('tab', { name: 'Timeline' }).click()
      await approve(office.page('approver'), orderUrl)
      await expect(stamps(admin, 'document-updated')).toContainText(`#${order.DocNumber} updated`)
      const after = await office.orders()
      expect(after.map(({ Id }) => Id)).toEqual([order.Id])
      expect(after[0]?.TotalAmt).toBeCloseTo((before?.TotalAmt ?? 0) * 3, 2)
    })

    test('S4-23 an order that is sent again unchanged sends nothing', async () => {
      const admin = office.page('admin')
      const books = await office.orders()
      await admin.goto(orderUrl)
      await admin.getByRole('link', { name: 'Revise' }).click()
      await reviseQuantity(admin, '48')
      await expect(stamps(admin, 'document-unchanged')).toContainText('Nothing to send')
      expect(await office.orders()).toEqual(books)
    })

    test('S4-24 a form that waits for approval keeps its version when the workflow is changed and published', async () => {
      const admin = office.page('admin')
      const field = office.page('field')
      const formId = office.company.form.id
      const lines = [{ material: 'Rebar #4', quantity: '10' }]
      const waiting = await submitOrder(field, { formId, vendor, lines })
      await expect(stamps(field, 'approval-asked')).toBeVisible()

      await admin.goto(`/forms/${formId}/workflow`.replace(/^/, new URL(orderUrl).origin))
      await admin.locator('[data-id="s_approve"]').dblclick()
      await admin.getByLabel('Name of the step').fill('Second look')
      await admin.getByRole('button', { name: 'Close the slider' }).click()
      await expect(admin.getByText('Saved', { exact: true })).toBeVisible()
      await admin.getByRole('button', { name: 'Publish' }).click()
      await admin.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
      await expect(admin.getByText('Version 2 is published.')).toBeVisible()

      const later = await submitOrder(field, { formId, vendor, lines })
      for (const url of [waiting, later]) await approve(office.page('approver'), url)
      for (const [url, step] of [
        [waiting, 'Approval'],
        [later, 'Second look'],
      ] as const) {
        await field.goto(`${url}?tab=run`)
        await expect(field.getByRole('cell', { name: step })).toBeVisible()
        await field.getByRole('tab', { name: 'Timeline' }).click()
        await expect(stamps(field, 'document-created')).toBeVisible()
      }
    })

    test('a cancelled order with "also close it" is Closed in the books', async () => {
      const admin = office.page('admin')
      await admin.goto(orderUrl)
      await admin.getByRole('button', { name: 'Cancel', exact: true }).click()
      const drawer = admin.getByRole('dialog', { name: 'Cancel this form' })
      await drawer.getByLabel('Reason').fill('The job was called off.')
      await expect(drawer.getByLabel(/^Also close /)).toBeChecked()
      await drawer.getByRole('button', { name: 'Cancel the form' }).click()
      await expect(stamps(admin, 'cancelled')).toContainText('The job was called off.')
      await expect(stamps(admin, 'document-cancelled')).toContainText(order.DocNumber)
      const books = await office.orders()
      expect(books.find(({ Id }) => Id === order.Id)?.POStatus).toBe('Closed')
    })
  })

/** The approver and whoever looks at the form read the old quantity struck out and the new one beside it. */
async function expectQuantityChange(page: Page, quantity: { from: string; to: string }): Promise<void> {
  const materials = page.getByRole('region', { name: 'Materials' }).filter({ hasText: 'Changed' })
  await expect(materials.getByRole('deletion').first()).toHaveText(new RegExp(`${quantity.from}$`))
  await expect(materials.getByRole('insertion').first()).toHaveText(new RegExp(`${quantity.to}$`))
  await expect(page.getByRole('region', { name: 'Total' }).getByRole('insertion')).toBeVisible()
}
