import { expect, test } from '@playwright/test'
import { purchaseOrderForm } from '../../apps/local/src/practice/practice-forms.ts'
import { sendAtOnce, sendAtOnceAs } from '../support/graphs.ts'
import { publishForm } from '../support/publish-form.ts'
import { sendServiceAtOnce, serviceLines, serviceOrderForm } from '../support/service-order.ts'
import { type OrderOffice, openOffice, stamps, submitOrder } from './support/order-office.ts'
import { sandboxUrl, stackUrl } from './support/stack.ts'

test.describe
  .serial('A purchase order goes into NetSuite as into any other ledger', () => {
    let office: OrderOffice
    let url: string
    let serviceOrder: string

    test.beforeAll(async ({ browser }) => {
      office = await openOffice(browser, {
        name: 'NetSuite Orders',
        provider: 'netsuite',
        graph: sendAtOnce,
        roles: ['admin', 'field'],
      })
    })
    test.afterAll(() => office?.close())

    /** What stands in the books now, by NetSuite's own names. */
    const orders = async (): Promise<Record<string, unknown>[]> => {
      const { ledger, realm } = office.company
      return Object(await ledger.books(realm)).records.purchaseOrder
    }

    test('S4-10 its step is placed like its siblings’, and the slider says where a project lands there', async () => {
      const page = office.page('admin')
      await page.goto(`${stackUrl}/forms/${office.company.form.id}`)
      await page.getByRole('tab', { name: 'Workflow' }).click()
      const step = page.locator('.react-flow__node').filter({ hasText: 'Sync with NetSuite' })
      await step.click()
      await page.getByRole('button', { name: /^Configure Sync with NetSuite/ }).click()
      const slider = page.getByRole('dialog', { name: /^Configure/ })
      await slider.getByRole('button', { name: 'More fields' }).click()
      await expect(slider.getByText('Arrives there as “Customer”.')).toBeVisible()
    })

    test('S0-22 it is synced, read back and verified in the item list, and the link opens it in the books', async () => {
      const page = office.page('field')
      url = await submitOrder(page, {
        formId: office.company.form.id,
        vendor: 'Cascade Lumber Supply',
        lines: [{ material: '2x4x8 Stud', quantity: '12' }],
        memo: 'Leave at the gate',
      })
      await expect(stamps(page, 'document-created')).toContainText(/NetSuite/)
      const verified = page.locator('[data-ledger-state="verified"]')
      await expect(verified).toBeVisible()
      const [order] = await orders()
      expect(order).toMatchObject({
        memo: 'Leave at the gate',
        approvalStatus: '2',
        externalId: expect.stringMatching(/^[A-Z2-7]{36}$/),
        item: [{ quantity: 12 }],
      })
      expect(order).not.toHaveProperty('expense')
      const link = (await verified.locator('a').first().getAttribute('href')) ?? ''
      expect(link.startsWith(`${sandboxUrl}/netsuite/app/accounting/transactions/purchord.nl?`)).toBe(true)
      await page.goto(link)
      await expect(page.getByText('Leave at the gate')).toBeVisible()
    })

    test('G-13 cancelling the form closes the lines of the order there', async () => {
      const page = office.page('admin')
      await page.goto(url)
      await page.getByRole('button', { name: 'Cancel', exact: true }).click()
      const drawer = page.getByRole('dialog', { name: 'Cancel this form' })
      await drawer.getByLabel('Reason').fill('Not needed.')
      await drawer.getByRole('button', { name: 'Cancel the form' }).click()
      await expect.poll(async () => (await orders())[0]?.status).toBe('H')
    })

    test('S0-13 S0-14 S0-21 a service order is a Purchase Order there, every line in the Expenses tab, its amount the net total', async () => {
      const { company } = office
      const service = serviceOrderForm()
      const named = { kind: 'text', id: 'f_employ1', label: 'Employee', default: 'felix ortega' } as const
      const content = { ...service, fields: [...service.fields, named] }
      const graph = sendServiceAtOnce(company.connection, { employee: named.id, memo: undefined })
      const form = await publishForm(await company.as('admin'), { content, graph })
      const page = office.page('field')
      serviceOrder = await submitOrder(page, {
        formId: form.id,
        vendor: 'Cascade Lumber Supply',
        lines: serviceLines,
      })
      const verified = page.locator('[data-ledger-state="verified"]')
      await expect(verified).toBeVisible()
      const order = (await orders()).find(({ tranId }) => String(tranId).startsWith('SO-'))
      expect(order).toMatchObject({ total: 199.2, expense: [{ amount: 49.2 }, { amount: 150 }] })
      expect(order).not.toHaveProperty('item')
      await page.goto((await verified.locator('a').first().getAttribute('href')) ?? '')
      await expect(page.getByRole('table', { name: 'Expenses' })).toContainText('2 x 4 x 8 ft (12 × 4.1), 20')
      await expect(page.getByText('199.20').first()).toBeVisible()
    })

    test('G-24 it names its employee there, and its memo, which no field was mapped to, leads back to the form', async () => {
      const page = office.page('field')
      await expect(page.getByText('Felix Ortega')).toBeVisible()
      const order = (await orders()).find(({ tranId }) => String(tranId).startsWith('SO-'))
      const way = String(order?.memo)
      expect(way.split('?')[0]).toBe(serviceOrder)
      await page.goto(way)
      await expect(page.locator('[data-ledger-state="verified"]')).toBeVisible()
    })

    test('S0-17 S0-18 a receipt and an invoice made from it stand there too, linked to it line by line', async () => {
      const { company } = office
      const page = office.page('field')
      const admin = await company.as('admin')
      const publish = (type: 'receipt' | 'bill', name: string) => {
        const form = purchaseOrderForm({ prefix: name.slice(0, 3).toUpperCase(), costCodes: false })
        const graph = sendAtOnceAs(company.connection, { kind: type })
        return publishForm(admin, { content: { ...form, name, type }, graph })
      }
      await publish('receipt', 'Receipt')
      await publish('bill', 'Invoice')
      const make = async (button: string) => {
        await page.goto(serviceOrder)
        await page.getByRole('link', { name: button }).click()
        await page.getByRole('button', { name: 'Submit', exact: true }).click()
        await page.waitForURL(/\/submissions\/[^/]+$/)
        await expect(page.locator('[data-ledger-state="verified"]')).toBeVisible()
      }
      await make('Receive: Receipt')
      await make('Bill: Invoice')
      const { ledger, realm } = company
      const { purchaseOrder, itemReceipt, vendorBill } = Object(await ledger.books(realm)).records
      const order = purchaseOrder.find(({ tranId }: { tranId: string }) => tranId.startsWith('SO-'))
      const ofOrder = [{ orderLine: '1' }, { orderLine: '2' }]
      expect(itemReceipt).toMatchObject([{ createdFrom: { id: order.id }, expense: ofOrder }])
      expect(vendorBill).toMatchObject([{ expense: ofOrder }])
      expect(order.status).toBe('G')
    })
  })
