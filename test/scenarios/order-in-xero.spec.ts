import { expect, test } from '@playwright/test'
import { billForm } from '../support/bill.ts'
import { sendAtOnce, sendAtOnceAs } from '../support/graphs.ts'
import { publishForm } from '../support/publish-form.ts'
import { sendServiceAtOnce, serviceLines, serviceOrderForm } from '../support/service-order.ts'
import { type OrderOffice, openOffice, reviseQuantity, stamps, submitOrder } from './support/order-office.ts'
import { sandboxUrl, stackUrl } from './support/stack.ts'

test.describe
  .serial('A purchase order goes into Xero as into any other ledger', () => {
    let office: OrderOffice
    let url: string

    test.beforeAll(async ({ browser }) => {
      office = await openOffice(browser, {
        name: 'Xero Orders',
        provider: 'xero',
        graph: sendAtOnce,
        roles: ['admin', 'field'],
      })
    })
    test.afterAll(() => office?.close())

    /** What stands in the books now, by Xero's own names. */
    const orders = async (): Promise<Record<string, unknown>[]> => {
      const { ledger, realm } = office.company
      return Object(await ledger.books(realm)).elements.PurchaseOrders
    }

    test('S4-14 the slider says where the memo and the due date land', async () => {
      const page = office.page('admin')
      await page.goto(`${stackUrl}/forms/${office.company.form.id}`)
      await page.getByRole('tab', { name: 'Workflow' }).click()
      await page.locator('.react-flow__node').filter({ hasText: 'Sync with Xero' }).click()
      await page.getByRole('button', { name: /^Configure Sync with Xero/ }).click()
      const slider = page.getByRole('dialog', { name: /^Configure/ })
      await expect(slider.getByText('Arrives there as “Delivery Date”.')).toBeVisible()
      await expect(slider.getByText('Arrives there as “Delivery Instructions”.')).toBeVisible()
    })

    test('S0-23 S1-33 it is synced, read back and verified, and the link opens it in the books', async () => {
      const page = office.page('field')
      url = await submitOrder(page, {
        formId: office.company.form.id,
        vendor: 'Cascade Lumber Supply',
        lines: [{ material: '2x4x8 Stud', quantity: '12' }],
        memo: 'Leave at the gate',
      })
      await expect(stamps(page, 'document-created')).toContainText(/Xero/)
      const verified = page.locator('[data-ledger-state="verified"]')
      await expect(verified).toBeVisible()
      const [order] = await orders()
      expect(order).toMatchObject({ Status: 'AUTHORISED', DeliveryInstructions: 'Leave at the gate' })
      const link = (await verified.locator('a').first().getAttribute('href')) ?? ''
      expect(link.startsWith(`${sandboxUrl}/xero/app/`)).toBe(true)
      await page.goto(link)
      await expect(page.getByText('Leave at the gate')).toBeVisible()
      await expect(page.getByRole('table', { name: 'Lines' })).toContainText('LUM-2048')
    })

    test('a revision changes the same order', async () => {
      const page = office.page('admin')
      const before = Number((await orders())[0]?.SubTotal)
      await page.goto(url)
      await page.getByRole('link', { name: 'Revise' }).click()
      await reviseQuantity(page, '24')
      await expect(stamps(page, 'document-updated')).toBeVisible()
      const now = await orders()
      expect(now).toHaveLength(1)
      expect(Number(now[0]?.SubTotal)).toBeCloseTo(before * 2, 2)
    })

    test('G-13 cancelling the form deletes the order there', async () => {
      const page = office.page('admin')
      await page.goto(url)
      await page.getByRole('button', { name: 'Cancel', exact: true }).click()
      const drawer = page.getByRole('dialog', { name: 'Cancel this form' })
      await drawer.getByLabel('Reason').fill('Not needed.')
      await drawer.getByRole('button', { name: 'Cancel the form' }).click()
      await expect.poll(async () => (await orders())[0]?.Status).toBe('DELETED')
    })

    test('S0-23 S0-24 a service order is a Purchase Order there, every line on an account, its amount the net total', async () => {
      const { company } = office
      const content = serviceOrderForm()
      const graph = sendServiceAtOnce(company.connection)
      const form = await publishForm(await company.as('admin'), { content, graph })
      const page = office.page('field')
      await submitOrder(page, { formId: form.id, vendor: 'Cascade Lumber Supply', lines: serviceLines })
      const verified = page.locator('[data-ledger-state="verified"]')
      await expect(verified).toBeVisible()
      const order = (await orders()).find(({ PurchaseOrderNumber: number }) =>
        String(number).startsWith('SO-'),
      )
      expect(order).toMatchObject({
        SubTotal: 199.2,
        LineItems: [
          { Quantity: 1, UnitAmount: 49.2 },
          { Quantity: 1, UnitAmount: 150 },
        ],
      })
      expect(JSON.stringify(order)).not.toContain('ItemCode')
      await page.goto((await verified.locator('a').first().getAttribute('href')) ?? '')
      await expect(page.getByRole('table', { name: 'Lines' })).toContainText('2 x 4 x 8 ft (12 × 4.1), 20')
      await expect(page.getByText('199.20').first()).toBeVisible()
    })

    test('S1-05 S1-10 S1-14 a bill awaits approval there under its number, its memo in History and notes', async () => {
      const { company } = office
      const graph = sendAtOnceAs(company.connection, { kind: 'bill' })
      const form = await publishForm(await company.as('admin'), { content: billForm(), graph })
      const page = office.page('field')
      await submitOrder(page, {
        formId: form.id,
        vendor: 'Cascade Lumber Supply',
        lines: serviceLines,
        memo: 'Two pallets were damaged.',
      })
      const verified = page.locator('[data-ledger-state="verified"]')
      await expect(verified).toContainText('There: Awaiting Approval')
      await page.goto((await verified.locator('a').first().getAttribute('href')) ?? '')
      await expect(page.getByRole('heading', { name: /^Bill BILL-/ })).toBeVisible()
      await expect(page.getByText('SUBMITTED')).toBeVisible()
      await expect(page.getByText('Two pallets were damaged.')).toBeVisible()
      await expect(page.getByRole('table', { name: 'Lines' })).toContainText('LUM-2048')
    })
  })
