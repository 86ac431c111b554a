import { expect, type Page, test } from '@playwright/test'
import { approvalWorkflow } from '../../apps/local/src/practice/practice-workflows.ts'
import { findNamed, orderRequest, orderTotal } from '../support/purchase-order.ts'
import { approve, type OrderOffice, openOffice, reviseQuantity, stamps } from './support/order-office.ts'
import { sandboxUrl, stackUrl } from './support/stack.ts'

const ledgers = [
  {
    provider: 'quickbooks-online',
    label: 'QuickBooks Online',
    caption: 'Step 5: Purchase Order',
    besides: 'Service order',
    orders: (books: unknown) => Object(books).entities.PurchaseOrder,
    total: 'TotalAmt',
  },
  {
    provider: 'xero',
    label: 'Xero',
    caption: 'Documents to Send: Approved Purchase Orders',
    besides: 'Documents to Send: Invoice',
    orders: (books: unknown) => Object(books).elements.PurchaseOrders,
    total: 'SubTotal',
  },
  {
    provider: 'netsuite',
    label: 'NetSuite',
    caption: 'Documents to Send: Approved Purchase Orders',
    besides: 'Documents to Send: Approved Purchase Orders and Receipts',
    orders: (books: unknown) => Object(books).records.purchaseOrder,
    total: 'total',
  },
]

for (const { provider, label, caption, besides, orders, total } of ledgers)
  test.describe
    .serial(`What is sent to ${label} is chosen beside the workflow, which sends nothing itself`, () => {
      let office: OrderOffice
      let vendorId: string
      let materialId: string
      let sent: string

      test.beforeAll(async ({ browser }) => {
        office = await openOffice(browser, {
          name: `${label} Sending`,
          provider,
          graph: approvalWorkflow,
          roles: ['admin', 'approver'],
        })
        const admin = await office.company.as('admin')
        vendorId = (await findNamed(admin, { list: 'vendors', name: 'Cascade Lumber Supply' })).id
        materialId = (await findNamed(admin, { list: 'materials', name: '2x4x8 Stud' })).id
      })
      test.afterAll(() => office?.close())

      const books = async (): Promise<Record<string, unknown>[]> => {
        const { ledger, realm } = office.company
        return orders(await ledger.books(realm))
      }
      const settings = () => `${stackUrl}/connections/${office.company.connection.id}?tab=sending`
      const submit = async (quantity: number, vendor = vendorId): Promise<string> => {
        const { form } = office.company
        const request = orderRequest({ formVersion: form.version, vendorId: vendor, materialId, quantity })
        const field = await office.company.as('field')
        await field.post(`/forms/${form.id}/submissions`, request)
        const waits = async () =>
          (await field.get<{ tasks: unknown[] }>(`/submissions/${request.id}`)).tasks.length
        await expect.poll(waits).toBe(1)
        return `${stackUrl}/submissions/${request.id}`
      }
      const turn = async (
        page: Page,
        { on, document = 'Purchase order' }: { on: boolean; document?: string },
      ) => {
        const choice = page.getByRole('switch', { name: `${document}: When approved` })
        await expect(choice).toBeEnabled()
        await choice.click({ force: true })
        await expect(choice).toBeChecked({ checked: on })
      }
      const verified = (page: Page) => page.locator('[data-ledger-state="verified"]')

      test('G-21 S1-01 its settings name what is sent and what is imported in its own words, and a form without a mapping', async () => {
        const page = office.page('admin')
        await page.goto(settings())
        const row = page.locator('tr[data-document="purchase-order"]')
        await expect(row).toContainText(caption)
        const imported = page.getByRole('table', { name: 'What is imported' })
        for (const list of ['Vendors', 'Payments of bills'])
          await expect(imported.getByRole('row', { name: new RegExp(`^${list}`) })).toContainText(label)
        await expect(page.locator('tr[data-mapping="missing"]')).toContainText('Mapping missing')
        await page.getByRole('button', { name: /^Set the mapping/ }).click()
        const slider = page.getByRole('dialog')
        await slider.getByRole('button', { name: /for Vendor/ }).click()
        await slider.getByRole('button', { name: /for Materials/ }).click()
        await slider.getByRole('button', { name: 'Save' }).click()
        await expect(page.locator('tr[data-mapping="form"]')).toContainText('Set here')
      })

      test('S0-04 while its type is off an approved order stays, and its timeline says why', async () => {
        const page = office.page('admin')
        await turn(page, { on: true })
        await turn(page, { on: false })
        await expect(page.getByRole('switch', { name: 'Purchase order: When approved' })).toBeEnabled()
        const url = await submit(3)
        await approve(office.page('approver'), url)
        await page.goto(url)
        await expect(stamps(page, 'not-sent')).toContainText(`Not sent to ${label}: document type off`)
        expect(await books()).toEqual([])
      })

      test('S0-07 S0-20 S0-27 "Send to" on its page sends it now', async () => {
        const page = office.page('admin')
        await page.getByRole('button', { name: `Send to ${label}` }).click()
        await expect(verified(page)).toBeVisible()
        expect(await books()).toHaveLength(1)
      })

      test('S0-08 its log has a row with the success', async () => {
        const page = office.page('admin')
        await page.getByRole('tab', { name: 'Integration Logs' }).click()
        await expect(page.getByRole('tabpanel').getByText('Success').first()).toBeVisible()
      })

      test('S0-03 S0-15 S0-25 the type is switched on, and still is after a reload', async () => {
        const page = office.page('admin')
        const kept = await submit(5)
        await approve(office.page('approver'), kept)
        await page.goto(kept)
        await expect(stamps(page, 'not-sent')).toBeVisible()
        await page.goto(settings())
        await turn(page, { on: true })
        await expect(page.getByRole('switch', { name: 'Purchase order: When approved' })).toBeEnabled()
        await page.reload()
        await expect(page.getByRole('switch', { name: 'Purchase order: When approved' })).toBeChecked()
        await expect(page.getByRole('table', { name: 'What is sent' })).toContainText(besides)
      })

      test('S1-02 S1-33 invoices have a switch beside that of orders, and each is kept by itself', async () => {
        const page = office.page('admin')
        await turn(page, { on: true, document: 'Bill' })
        await expect(page.getByRole('switch', { name: 'Bill: When approved' })).toBeEnabled()
        await page.reload()
        const order = page.getByRole('switch', { name: 'Purchase order: When approved' })
        const bill = page.getByRole('switch', { name: 'Bill: When approved' })
        await expect(order).toBeChecked()
        await expect(bill).toBeChecked()
        await turn(page, { on: false, document: 'Bill' })
        await expect(order).toBeChecked()
      })

      test('S0-05 S0-16 S0-26 an order that is approved goes by itself, and not before', async () => {
        const page = office.page('admin')
        sent = await submit(7)
        await page.goto(sent)
        await expect(stamps(page, 'approval-asked')).toBeVisible()
        expect(await books()).toHaveLength(1)
        await approve(office.page('approver'), sent)
        await expect(verified(page)).toBeVisible()
        expect(await books()).toHaveLength(2)
      })

      test('S0-10 the link leads to it in the books, with its net total as the amount', async () => {
        const page = office.page('admin')
        const link = (await verified(page).locator('a').first().getAttribute('href')) ?? ''
        expect(link.startsWith(`${sandboxUrl}/${provider}/app/`)).toBe(true)
        await page.goto(link)
        await expect(page.getByText(orderTotal(7).toFixed(2)).first()).toBeVisible()
      })

      test('S1-24 S1-25 S1-27 what did not go there is listed with its cause, and is resent after a dry run', async () => {
        const page = office.page('admin')
        const admin = await office.company.as('admin')
        const stranger = await admin.post<{ id: string }>('/vendors', { name: 'Nobody There' })
        const held = await submit(9, stranger.id)
        await approve(office.page('approver'), held)
        await page.goto(held)
        await expect(stamps(page, 'document-held')).toBeVisible()
        await page.goto(`${stackUrl}/sync/not-sent`)
        const rows = page.getByRole('table', { name: 'Not sent' }).locator('tbody tr')
        await expect(rows).toHaveCount(2)
        await page.getByRole('button', { name: 'Resend all' }).click()
        const drawer = page.getByRole('dialog', { name: `Resend to ${label}` })
        await expect(drawer.locator('tr[data-does="send"]')).toHaveCount(1)
        await expect(drawer.locator('tr[data-does="hold"]')).toContainText('Nobody There')
        expect(await books()).toHaveLength(2)
        await expect(drawer.getByText('1 of 2 will go. 1 will not:')).toBeVisible()
        await drawer.getByRole('button', { name: 'Send 1' }).click()
        await expect(page.getByText('1 sent', { exact: true })).toBeVisible()
        expect(await books()).toHaveLength(3)
        await page.goto(`${stackUrl}/sync/not-sent`)
        await expect(rows).toContainText(['Nobody There'])
        await rows.first().click()
        await expect(page.getByRole('list', { name: 'Why it is not in the ledger' })).toContainText(
          'Nobody There',
        )
      })

      test('S1-28 S1-29 a change of what was sent is marked, and goes when the button is pressed', async () => {
        const page = office.page('admin')
        const amount = async () => (await books()).map((order) => Number(order[total])).sort()
        const before = await amount()
        await page.goto(sent)
        await page.getByRole('link', { name: 'Revise' }).click()
        await reviseQuantity(page, '70')
        await approve(office.page('approver'), sent)
        await page.goto(sent)
        await expect(page.getByText('Changes not sent')).toBeVisible()
        expect(await amount()).toEqual(before)
        await page.getByRole('button', { name: `Send to ${label}` }).click()
        await expect(stamps(page, 'document-updated')).toBeVisible()
        await expect(page.getByText('Changes not sent')).toBeHidden()
        expect(await books()).toHaveLength(3)
        expect(await amount()).not.toEqual(before)
      })
    })
