import { expect, type Page, test } from '@playwright/test'
import { billForm } from '../support/bill.ts'
import { sendAtOnce, sendAtOnceAs } from '../support/graphs.ts'
import { publishForm } from '../support/publish-form.ts'
import { sendServiceAtOnce, serviceLines, serviceOrderForm } from '../support/service-order.ts'
import { type OrderOffice, openOffice, stamps, submitOrder } from './support/order-office.ts'
import { stackUrl } from './support/stack.ts'

const vendor = 'Cascade Lumber Supply'
const stud = [{ material: '2x4x8 Stud', quantity: '12' }]
const mixed = [...stud, { material: 'Safety netting 4 m', quantity: '5' }]

test.describe
  .serial('What can go wrong on the way into the ledger has a name and a cure', () => {
    let office: OrderOffice
    let formId: string

    test.beforeAll(async ({ browser }) => {
      office = await openOffice(browser, {
        name: 'Troubled Orders',
        graph: sendAtOnce,
        roles: ['admin', 'bookkeeper', 'field'],
      })
      formId = office.company.form.id
    })
    test.afterAll(() => office?.close())

    const itemNames = async () => {
      const { entities } = await office.company.ledger.books(office.company.realm)
      return entities.Item.map(({ Name }) => Name)
    }
    const inBooks = async (page: Page) => {
      const link = page.locator('[data-ledger-state] a')
      const books = await page.context().newPage()
      await books.goto((await link.getAttribute('href')) ?? '')
      return books
    }

    test('S0-12 S3-01 S3-02 an ordinary order arrives once, its lines one to one and in order under Item details', async () => {
      const field = office.page('field')
      const lines = [
        { material: '2x4x8 Stud', quantity: '12', unitPrice: '4.10' },
        { material: 'Rebar #4', quantity: '7', unitPrice: '9.5' },
        { material: 'Plywood 3/4 in', quantity: '2', unitPrice: '41' },
      ]
      await submitOrder(field, { formId, vendor, lines })
      await expect(stamps(field, 'document-created')).toBeVisible()
      const orders = await office.orders()
      expect(orders).toHaveLength(1)
      expect(orders[0]?.VendorRef.name).toBe(vendor)
      expect(orders[0]?.Line.map(({ DetailType, Amount }) => [DetailType, Amount])).toEqual([
        ['ItemBasedExpenseLineDetail', 49.2],
        ['ItemBasedExpenseLineDetail', 66.5],
        ['ItemBasedExpenseLineDetail', 82],
      ])
      const books = await inBooks(field)
      const items = books.getByRole('table', { name: 'Item details' })
      for (const { material } of lines) await expect(items).toContainText(material)
      await books.close()
    })

    test('S0-01 S0-02 S0-11 a service order is a Purchase Order there, every line under Category details, its Amount the net total', async () => {
      const { company } = office
      const content = serviceOrderForm()
      const graph = sendServiceAtOnce(company.connection)
      const form = await publishForm(await company.as('admin'), { content, graph })
      const page = office.page('field')
      await submitOrder(page, { formId: form.id, vendor: 'Cascade Lumber Supply', lines: serviceLines })
      const verified = page.locator('[data-ledger-state="verified"]')
      await expect(verified).toBeVisible()
      await expect(verified).toContainText('Purchase Order')
      const order = (await office.orders()).find(({ DocNumber }) => DocNumber.startsWith('SO-'))
      expect(order).toMatchObject({ TotalAmt: 199.2, POStatus: 'Open' })
      expect(order?.Line.map(({ DetailType, Amount }) => [DetailType, Amount])).toEqual([
        ['AccountBasedExpenseLineDetail', 49.2],
        ['AccountBasedExpenseLineDetail', 150],
      ])
      const books = await inBooks(page)
      await expect(books.getByRole('table', { name: 'Category details' })).toContainText(
        /Framing stud.* \(12 × 4\.1\), \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d/,
      )
      await expect(books.getByRole('table', { name: 'Item details' })).toHaveCount(0)
      await expect(books.getByText('199.20').first()).toBeVisible()
      await books.close()
    })

    test('S2-18 S2-19 G-18 a bill is stamped and is a Bill there, its item under Item details and the rest under Category details', async () => {
      const { company } = office
      const graph = sendAtOnceAs(company.connection, { kind: 'bill' })
      const form = await publishForm(await company.as('admin'), { content: billForm(), graph })
      const page = office.page('field')
      await submitOrder(page, { formId: form.id, vendor, lines: serviceLines, memo: 'As agreed.' })
      await expect(stamps(page, 'document-created')).toContainText('as Bill')
      const verified = page.locator('[data-ledger-state="verified"]')
      await expect(verified).toContainText('Bill')
      const books = await inBooks(page)
      await expect(books.getByRole('heading', { name: /^Bill no\. BILL-/ })).toBeVisible()
      await expect(books.getByRole('table', { name: 'Item details' })).toContainText('Framing stud')
      await expect(books.getByRole('table', { name: 'Category details' })).toContainText('Debris netting')
      await expect(books.getByText('As agreed.')).toBeVisible()
      await books.close()
    })

    test('S4-20 S2-19 S2-20 an unlinked material goes under Category details, and no item is made', async () => {
      const field = office.page('field')
      const before = await itemNames()
      await submitOrder(field, { formId, vendor, lines: mixed })
      await expect(stamps(field, 'lines-as-expense')).toContainText('1 line goes')
      await expect(stamps(field, 'document-created')).toBeVisible()
      const books = await inBooks(field)
      await expect(books.getByRole('table', { name: 'Category details' })).toContainText('netting')
      await expect(books.getByRole('table', { name: 'Item details' })).toContainText('2x4x8 Stud')
      await books.close()
      expect(await itemNames()).toEqual(before)
    })

    test('S4-18 S4-19 S2-18 with "Create unlinked items" on the item is made, linked, and stands under Item details', async () => {
      const admin = office.page('admin')
      const field = office.page('field')
      await admin.goto(`${stackUrl}/forms/${formId}/workflow`)
      await admin.locator('[data-id="s_ledger1"]').dblclick()
      const option = admin.getByRole('switch', { name: 'Create unlinked items' })
      await expect(option).not.toBeChecked()
      await option.check()
      await chooseAccount(admin)
      await admin.getByRole('button', { name: 'Close the slider' }).click()
      await publish(admin)

      await submitOrder(field, { formId, vendor, lines: mixed })
      await expect(stamps(field, 'item-created')).toContainText('Safety netting 4 m')
      await expect(stamps(field, 'document-created')).toBeVisible()
      const books = await inBooks(field)
      await expect(books.getByRole('table', { name: 'Item details' })).toContainText('Safety netting 4 m')
      await books.close()
      expect((await itemNames()).filter((name) => name === 'Safety netting 4 m')).toHaveLength(1)
    })

    test('S3-08 a document whose vendor is proposed is held, cured by the bookkeeper, and goes on by itself', async () => {
      const field = office.page('field')
      const bookkeeper = office.page('bookkeeper')
      const url = await submitOrder(field, { formId, propose: 'Quarry Brothers', lines: stud })
      await expect(stamps(field, 'document-held')).toContainText('Quarry Brothers')
      await bookkeeper.goto(url)
      // Open since the form was submitted, and the held document asks no second time.
      await expect(bookkeeper.getByRole('link', { name: 'Open the task' })).toHaveCount(1)
      await bookkeeper.getByRole('link', { name: 'Open the task' }).click()
      await expect(bookkeeper.getByRole('heading', { name: 'New vendor: Quarry Brothers' })).toBeVisible()
      const { ledger, realm } = office.company
      await ledger.fail({ realm, next: ['reset-after', 'slow'], slowMs: 5_000 })
      await bookkeeper.getByRole('button', { name: /^Create "Quarry Brothers" in / }).click()
      // Its answer is lost: said where the button was, and resolved without a second vendor.
      await expect(bookkeeper.locator('[data-vendor-creation="unknown"]')).toBeVisible()
      await expect(stamps(field, 'vendor-created')).toBeVisible({ timeout: 60_000 })
      await ledger.heal(realm)
      const { entities } = await ledger.books(realm)
      expect(entities.Vendor.filter(({ DisplayName }) => DisplayName === 'Quarry Brothers')).toHaveLength(1)
      await expect(stamps(field, 'document-created')).toBeVisible()
      await bookkeeper.goto(`${stackUrl}/tasks`)
      await expect(bookkeeper.getByText('Quarry Brothers')).toHaveCount(0)
      await expect(field.locator('[data-ledger-state="verified"]')).toBeVisible()
    })

    test('S3-07 the logs show what was asked and answered, and the audit has a row of the sync', async () => {
      const bookkeeper = office.page('bookkeeper')
      const url = office.page('field').url()
      await bookkeeper.goto(url)
      await bookkeeper.getByRole('tab', { name: 'Integration Logs' }).click()
      const entry = bookkeeper
        .getByRole('button', { name: /Success/ })
        .filter({ hasText: /Send the document(?!:)/ })
        .first()
      await entry.click()
      const exchange = bookkeeper.getByRole('region', { name: /Send the document(?!:)/ })
      await expect(exchange).toContainText(/Request[\s\S]*VendorRef[\s\S]*Answer[\s\S]*PurchaseOrder/)

      const admin = office.page('admin')
      await admin.goto(`${stackUrl}/audit`)
      await expect(
        admin
          .getByRole('row')
          .filter({ hasText: /^Sent the document to QuickBooks/ })
          .first(),
      ).toBeVisible()
    })

    test('an answer that is lost is "unknown" in amber, resolves by itself, and is one purchase order', async () => {
      const { ledger, realm } = office.company
      const field = office.page('field')
      const before = (await office.orders()).length
      await ledger.fail({ realm, next: ['reset-after', 'slow'], slowMs: 5_000 })
      await submitOrder(field, { formId, vendor, lines: stud })
      await expect(stamps(field, 'outcome-unknown')).toHaveAttribute('data-tone', 'warning')
      await expect(field.locator('[data-ledger-state="verified"]')).toBeVisible({ timeout: 60_000 })
      expect(await office.orders()).toHaveLength(before + 1)
      await ledger.heal(realm)
    })

    test('S1-26 an error in the log leads to what it means, why it comes, and what to do', async () => {
      const bookkeeper = office.page('bookkeeper')
      await bookkeeper.goto(office.page('field').url())
      await bookkeeper.getByRole('tab', { name: 'Integration Logs' }).click()
      await bookkeeper
        .getByRole('button', { name: /Unknown/ })
        .first()
        .click()
      await bookkeeper.getByRole('link', { name: 'What this means and what to do' }).click()
      const article = bookkeeper.getByRole('region', { name: /broke off/ })
      await expect(article).toContainText(/What it means[\s\S]*Why it comes[\s\S]*What to do/)
      await expect(article).toContainText('Cures itself')
      await bookkeeper.getByRole('searchbox', { name: 'Search by words or code' }).fill('6240')
      await expect(bookkeeper.getByRole('button', { name: /The name is taken/ })).toBeVisible()
      await expect(bookkeeper.getByText('1 error', { exact: true })).toBeVisible()
    })

    test('S4-01 without an active connection the order waits under "needs attention" with the cause named', async () => {
      const admin = office.page('admin')
      const field = office.page('field')
      await admin.goto(`${stackUrl}/connections/${office.company.connection.id}`)
      await admin.getByRole('button', { name: 'Disconnect' }).click()
      await admin.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click()
      await expect(admin.getByText('Disconnected.')).toBeVisible()
      const before = (await office.orders()).length
      await submitOrder(field, { formId, vendor, lines: stud })
      const number =
        /^(\S+)/.exec((await field.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[1] ?? ''
      await admin.goto(`${stackUrl}/sync/attention`)
      const cause = admin.getByRole('region', { name: /connect/i })
      await expect(cause.getByRole('row').filter({ hasText: number })).toBeVisible()
      expect(await office.orders()).toHaveLength(before)
      // One click for the whole cause; the workers do it, and the batch says what became of each.
      await cause.getByRole('button', { name: /^(Try it|Try all \d+) again$/ }).click()
      await expect(admin.getByText(/^Trying (it|all \d+) again\.$/)).toBeVisible()
      await admin.goto(`${stackUrl}/sync/batches`)
      const batch = admin.getByRole('row').filter({ hasText: 'Tried again:' })
      await expect(batch).toContainText('Finished')
      await batch.click()
      await expect(admin.getByRole('row').filter({ hasText: number })).toContainText('Failed')
    })

    async function chooseAccount(page: Page): Promise<void> {
      const input = page.getByRole('combobox', { name: 'Expense account' })
      await expect(input).toBeVisible()
      await input.click()
      await page.getByRole('option').first().click()
    }
  })

async function publish(page: Page): Promise<void> {
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByText(/^Version \d+ is published\.$/)).toBeVisible()
}
