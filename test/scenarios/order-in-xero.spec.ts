import { expect, type Page, test } from '@playwright/test'
import { billForm } from '../support/bill.ts'
import { sendAtOnce, sendAtOnceAs } from '../support/graphs.ts'
import { publishForm } from '../support/publish-form.ts'
import { sendServiceAtOnce, serviceLines, serviceOrderForm } from '../support/service-order.ts'
import { type OrderOffice, openOffice, reviseQuantity, stamps, submitOrder } from './support/order-office.ts'
import { sandboxUrl, stackUrl } from './support/stack.ts'

/** Xero takes sixty requests a minute: on a fast machine these tests come near it, and what is above waits. */
const inTheNextMinute = { timeout: 75_000 }

test.describe
  .serial('A purchase order goes into Xero as into any other ledger', () => {
    let office: OrderOffice
    let url: string
    let billFormId: string
    let bill: string

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
      billFormId = (await publishForm(await company.as('admin'), { content: billForm(), graph })).id
      const page = office.page('field')
      await submitOrder(page, {
        formId: billFormId,
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

    const state = (page: Page) => page.locator('[data-ledger-state]')
    /** Of another quantity each: the same once more would be held as a possible duplicate. */
    const newBill = async (quantity: string): Promise<string> => {
      const page = office.page('field')
      const lines = [{ material: '2x4x8 Stud', quantity }]
      const at = await submitOrder(page, { formId: billFormId, vendor: 'Cascade Lumber Supply', lines })
      await expect(state(page)).toContainText('There: Awaiting Approval')
      return at
    }
    const billsThere = async (): Promise<Record<string, unknown>[]> => {
      const { ledger, realm } = office.company
      return Object(await ledger.books(realm)).elements.Invoices
    }
    /** The newest bill there, for a hand in the books. */
    const place = async () => {
      const id = String((await billsThere()).at(-1)?.InvoiceID)
      return { realm: office.company.realm, entity: 'Invoices', id }
    }
    /** "Send to" with nothing to send reads once more what stands there. */
    const readAgain = async (page: Page, said: string) => {
      await page.getByRole('button', { name: 'Send to Xero' }).click()
      await expect(state(page)).toContainText(`There: ${said}`)
    }

    test('S1-15 a comment on the form stands in History and notes too', async () => {
      bill = await newBill('3')
      const page = office.page('admin')
      await page.goto(bill)
      await page.getByLabel('Comment').fill('Agreed with the vendor by phone.')
      await page.getByRole('button', { name: 'Add comment' }).click()
      await expect(stamps(page, 'commented')).toContainText('Agreed with the vendor by phone.')
      const link = (await state(page).locator('a').first().getAttribute('href')) ?? ''
      const history = async () => (await page.request.get(link)).text()
      await expect.poll(history).toContain('Agreed with the vendor by phone.')
    })

    test('S1-07 S1-08 S1-09 approved, made repeating and paid there, the form says so', async () => {
      const { ledger } = office.company
      const page = office.page('admin')
      await page.goto(bill)
      await ledger.change(await place(), { Status: 'AUTHORISED' })
      await readAgain(page, 'Awaiting Payment')
      await ledger.repeat(await place())
      await readAgain(page, 'Repeating')
      await ledger.pay(await place())
      await readAgain(page, 'Paid')
    })

    test('S1-30 changes of a bill that is approved there are not taken in, and the log says why', async () => {
      const at = await newBill('5')
      await office.company.ledger.change(await place(), { Status: 'AUTHORISED' })
      const page = office.page('admin')
      await page.goto(at)
      await page.getByRole('link', { name: 'Revise' }).click()
      await reviseQuantity(page, '30')
      await expect(stamps(page, 'document-rejected')).toBeVisible()
      await page.getByRole('tab', { name: 'Integration Logs' }).click()
      const row = page.getByRole('button', { name: /Send the change: not sent/ })
      await expect(row).toContainText('Failure')
      await row.click()
      await expect(page.getByRole('tabpanel')).toContainText('already approved in Xero')
      await office.company.ledger.forgetRequests()
      for (const _look of [1, 2, 3]) {
        const told = page.waitForResponse((answer) => answer.url().endsWith('/preflight'))
        await page.goto(at)
        await told
      }
      const { ledger, realm } = office.company
      const looks = (await ledger.requests()).realms[realm] ?? {}
      expect(
        looks['GET Invoices'] ?? 0,
        'a form that is looked at again costs Xero nothing',
      ).toBeLessThanOrEqual(1)
      expect((await billsThere()).at(-1)).toMatchObject({
        Status: 'AUTHORISED',
        LineItems: [{ Quantity: 5 }],
      })
    })

    test('S1-31 S1-32 Cancel deletes the bill there, and the form and its log say so', async () => {
      const at = await newBill('8')
      const page = office.page('admin')
      await page.goto(at)
      await page.getByRole('button', { name: 'Cancel', exact: true }).click()
      const drawer = page.getByRole('dialog', { name: 'Cancel this form' })
      await drawer.getByLabel('Reason').fill('Came twice.')
      await expect(drawer.getByLabel(/^Also delete Bill .* in Xero/)).toBeChecked()
      await drawer.getByRole('button', { name: 'Cancel the form' }).click()
      await expect(stamps(page, 'document-cancelled')).toContainText('deleted in Xero')
      expect((await billsThere()).at(-1)).toMatchObject({ Status: 'DELETED' })
      await page.getByRole('tab', { name: 'Integration Logs' }).click()
      await expect(page.getByRole('tabpanel')).toContainText('Take the document back')
    })

    test('an order whose bill arrived there is set BILLED, and its page says so', async () => {
      test.setTimeout(200_000)
      const page = office.page('field')
      const lines = [{ material: '2x4x8 Stud', quantity: '7' }]
      const at = await submitOrder(page, {
        formId: office.company.form.id,
        vendor: 'Cascade Lumber Supply',
        lines,
      })
      await expect(state(page)).toContainText('There: Approved', inTheNextMinute)
      await page.getByRole('link', { name: 'Bill', exact: true }).click()
      await page.getByRole('button', { name: 'Submit', exact: true }).click()
      await expect(state(page)).toContainText('There: Awaiting Approval', inTheNextMinute)
      await page.goto(at)
      await expect(state(page)).toContainText('Billed in full: set to BILLED in Xero', inTheNextMinute)
      await expect(stamps(page, 'order-marked')).toContainText('Fully billed: the order is BILLED in Xero')
      expect((await orders()).at(-1)).toMatchObject({ Status: 'BILLED', SubTotal: expect.any(Number) })
    })

    test('S1-22 S1-23 unit prices are rounded to two digits as there, and another number is warned of as it is saved', async () => {
      const page = office.page('admin')
      await page.goto(`${stackUrl}/connections/${office.company.connection.id}?tab=rules`)
      const digits = page.getByRole('radiogroup', { name: 'Digits after the comma' })
      await expect(digits.getByRole('radio', { name: '2' })).toBeChecked()
      await digits.getByText('4', { exact: true }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'both must be the same' }).first()).toBeVisible()
      await expect(digits.getByRole('radio', { name: '4' })).toBeChecked()
    })
  })
