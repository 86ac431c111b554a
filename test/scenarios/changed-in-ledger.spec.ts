import { expect, type Page, test } from '@playwright/test'
import { sendAtOnce } from '../support/graphs.ts'
import {
  type OrderOffice,
  openOffice,
  openTask,
  reviseQuantity,
  stamps,
  submitOrder,
} from './support/order-office.ts'
import { stackUrl } from './support/stack.ts'

const order = { vendor: 'Cascade Lumber Supply', lines: [{ material: '2x4x8 Stud', quantity: '12' }] }

test.describe
  .serial('What a person does to a document in the ledger is seen, and a person decides', () => {
    let office: OrderOffice
    let url: string

    test.beforeAll(async ({ browser }) => {
      office = await openOffice(browser, {
        name: 'Changed Orders',
        graph: sendAtOnce,
        roles: ['admin', 'bookkeeper', 'field'],
      })
    })
    test.afterAll(() => office?.close())

    const theOrder = async () => (await office.orders()).at(-1)
    const byHand = (changes: object) => async () => {
      const { ledger, realm } = office.company
      await ledger.change({ realm, entity: 'purchaseorder', id: (await theOrder())?.Id ?? '' }, changes)
    }
    const revise = async (quantity: string) => {
      const admin = office.page('admin')
      await admin.goto(url)
      await admin.getByRole('link', { name: 'Revise' }).click()
      await reviseQuantity(admin, quantity)
    }
    const decide = async (page: Page, button: string) => {
      await openTask(page, url)
      const table = page.getByRole('table', { name: 'Both versions' })
      await expect(table.getByRole('row').filter({ hasText: 'Memo' })).toContainText('Call first')
      await page.getByRole('button', { name: button }).click()
      await page.goto(url)
    }

    test('an order that was edited there is not written over until the bookkeeper says so', async () => {
      const field = office.page('field')
      const bookkeeper = office.page('bookkeeper')
      url = await submitOrder(field, { ...order, formId: office.company.form.id })
      await expect(stamps(field, 'document-created')).toBeVisible()
      await byHand({ PrivateNote: 'Call first.' })()
      await revise('16')
      await expect(stamps(field, 'document-edited')).toContainText('Call first.')
      expect((await theOrder())?.PrivateNote).toBe('Call first.')
      const total = (await theOrder())?.TotalAmt ?? 0

      await decide(bookkeeper, 'Keep theirs')
      await expect(stamps(bookkeeper, 'theirs-kept')).toBeVisible()
      await expect(bookkeeper.locator('[data-ledger-state="differs"]')).toContainText('Kept as it stands')
      expect(await theOrder()).toMatchObject({ PrivateNote: 'Call first.', TotalAmt: total })

      await revise('24')
      await expect(stamps(field, 'document-edited')).toHaveCount(2)
      await decide(bookkeeper, 'Send ours over it')
      await expect(stamps(bookkeeper, 'document-updated')).toBeVisible()
      expect((await theOrder())?.PrivateNote).toBeUndefined()
      expect((await theOrder())?.TotalAmt).toBeCloseTo(total * 2, 2)
      expect(await office.orders()).toHaveLength(1)
    })

    test('an order that was removed there is "removed in" it, and is made again only by a person', async () => {
      const bookkeeper = office.page('bookkeeper')
      const { ledger, realm } = office.company
      const gone = (await theOrder())?.Id ?? ''
      await ledger.remove({ realm, entity: 'purchaseorder', id: gone })
      await bookkeeper.goto(url)
      await bookkeeper.getByRole('button', { name: /^Send to / }).click()
      const removed = bookkeeper.locator('[data-ledger-state="removed"]')
      await expect(removed).toContainText('Removed in QuickBooks')
      await expect(removed.getByRole('button', { name: 'Cancel here' })).toBeVisible()
      await expect(stamps(bookkeeper, 'document-removed')).toBeVisible()
      expect(await office.orders()).toEqual([])

      await removed.getByRole('button', { name: 'Send again as new' }).click()
      await expect(bookkeeper.locator('[data-ledger-state="verified"]')).toBeVisible()
      const orders = await office.orders()
      expect(orders).toHaveLength(1)
      expect(orders[0]?.Id).not.toBe(gone)
    })

    test('the books of the month are compared with what was sent, and the list is brought to zero', async () => {
      const bookkeeper = office.page('bookkeeper')
      await byHand({ PrivateNote: 'Typed there.' })()
      await bookkeeper.goto(`${stackUrl}/sync/reconcile`)
      await bookkeeper.getByRole('button', { name: 'Compare now' }).click()
      const table = bookkeeper.getByRole('table', { name: 'Documents of the month, ours against theirs' })
      const row = table.getByRole('row').filter({ hasText: 'Differs' })
      await expect(row).toContainText('Changed there: Memo')
      await row.getByRole('button', { name: 'Settle' }).click()
      const drawer = bookkeeper.getByRole('dialog', { name: /^Purchase Order / })
      await expect(drawer.getByRole('table')).toContainText('Typed there.')
      await drawer.getByLabel('Why does it need no cure?').fill('A note for the driver.')
      await drawer.getByRole('button', { name: 'Set aside' }).click()
      await expect(bookkeeper.getByText('Everything of this month agrees')).toBeVisible()
    })

    test('G-13 a send is taken back: gone there, not sent here, and sent again it is a new one', async () => {
      const bookkeeper = office.page('bookkeeper')
      await bookkeeper.goto(url)
      await bookkeeper.getByRole('button', { name: 'Undo send' }).click()
      const drawer = bookkeeper.getByRole('dialog', { name: /^Take it back from QuickBooks/ })
      await expect(drawer).toContainText('is deleted in QuickBooks')
      await drawer.getByLabel('Why is it taken back?').fill('Wrong month.')
      await drawer.getByRole('button', { name: 'Delete it there' }).click()
      await expect(stamps(bookkeeper, 'undo-asked')).toContainText('Wrong month.')
      await expect(bookkeeper.getByText('Not sent to a ledger yet')).toBeVisible()
      expect(await office.orders()).toEqual([])
      await bookkeeper.getByRole('button', { name: /^Send to / }).click()
      await expect(bookkeeper.locator('[data-ledger-state="verified"]')).toBeVisible()
      expect(await office.orders()).toHaveLength(1)
    })

    test('what happens there is told by the ledger itself: nobody has pressed anything', async () => {
      const bookkeeper = office.page('bookkeeper')
      const { ledger } = office.company
      await ledger.tell(`${stackUrl}/api/v1/webhooks/quickbooks-online`)
      try {
        await byHand({ PrivateNote: 'Gate code 7.' })()
        await expect(stamps(bookkeeper, 'document-changed')).toContainText('Gate code 7.')
        const differs = bookkeeper.locator('[data-ledger-state="differs"]')
        await differs.getByRole('button', { name: 'It is right as it stands there' }).click()
        await expect(differs).toContainText('Kept as it stands')
        await byHand({ POStatus: 'Closed' })()
        await expect(stamps(bookkeeper, 'document-state')).toContainText('Closed')
      } finally {
        await ledger.tellNobody()
      }
    })

    test('an order that was removed there may be cancelled here, which touches the books no more', async () => {
      const bookkeeper = office.page('bookkeeper')
      const { ledger, realm } = office.company
      await ledger.remove({ realm, entity: 'purchaseorder', id: (await theOrder())?.Id ?? '' })
      await revise('30')
      await openTask(bookkeeper, url)
      await expect(bookkeeper.getByRole('heading', { name: /^Removed in QuickBooks/ })).toBeVisible()
      await bookkeeper.getByRole('button', { name: 'Cancel here' }).click()
      const drawer = bookkeeper.getByRole('dialog', { name: 'Cancel this form' })
      await drawer.getByLabel('Reason').fill('It was removed there.')
      await expect(drawer.getByLabel(/^Also close /)).toHaveCount(0)
      await drawer.getByRole('button', { name: 'Cancel the form' }).click()
      await bookkeeper.goto(url)
      await expect(stamps(bookkeeper, 'cancelled')).toContainText('It was removed there.')
      expect(await office.orders()).toEqual([])
    })
  })
