import { expect, type Page, test } from '@playwright/test'
import { purchaseOrderForm } from '../../apps/local/src/practice/practice-forms.ts'
import { draftForm } from '../support/draft-form.ts'
import { sendAtOnce } from '../support/graphs.ts'
import type { TestCompany } from '../support/make-company.ts'
import { PracticeLedger } from '../support/practice-ledger.ts'
import { makeDrawnCompany } from './support/drawn-company.ts'
import { canvasAtRest, dragFromPalette, placedSteps } from './support/editor.ts'
import { giveConsent, ledgerStories } from './support/ledger-story.ts'
import { approve, reviseQuantity, stamps, submitOrder } from './support/order-office.ts'
import { expectNoSidewaysScroll, type Person, signedIn } from './support/person.ts'
import { sandboxUrl, stackUrl } from './support/stack.ts'

const number = /VPO-\d{4}-\d{4}/

for (const story of ledgerStories) {
  const { label, product, provider } = story
  const sync = new RegExp(`Sync with ${label}`)

  test.describe
    .serial(`A purchase order goes from the canvas through a phone into ${label}`, () => {
      let company: TestCompany
      let admin: Person
      let field: Person
      let approver: Person
      let order: string

      test.beforeAll(async ({ browser }) => {
        company = await makeDrawnCompany({ name: `${label} Builders`, prefix: 'VPO' })
        const { people, password, name } = company
        const as = (role: 'admin' | 'field' | 'approver', phone = false) =>
          signedIn(browser, { email: people[role].email, password, company: name, phone })
        admin = await as('admin')
        field = await as('field', true)
        approver = await as('approver', true)
      })
      test.afterAll(() => Promise.all([admin, field, approver].map((person) => person?.context.close())))

      const palette = (page: Page) => page.getByRole('navigation', { name: 'Steps' })
      const syncEntry = (page: Page) => palette(page).getByRole('button', { name: sync })
      /** What stands in its books now. */
      const books = async () => {
        const ledger = new PracticeLedger(`${sandboxUrl}/${provider}`)
        const realm = (await ledger.realms()).find(({ name }) => name === company.name)
        return ledger.books(realm?.id ?? '')
      }
      const slider = (page: Page) => page.getByRole('dialog', { name: /^Configure/ })

      test('S4-25 the first page shows four steps from an empty company to a document, each with a picture', async () => {
        const steps = admin.page
          .getByRole('listitem')
          .filter({ has: admin.page.locator('img[src^="/first-steps/"]') })
        await expect(steps).toHaveCount(4)
        await expect(admin.page.getByText('0 of 4 done')).toBeVisible()
      })

      test('S4-05 S4-06 the palette shows "Sync with …", greyed out with the reason, and it cannot be dragged', async () => {
        const { page } = admin
        await openWorkflow(page)
        await expect(syncEntry(page)).toHaveAttribute('aria-disabled', 'true')
        await expect(palette(page).getByText(`${product} is not connected yet`)).toBeVisible()
        await expect(palette(page).getByRole('link', { name: new RegExp(`^Connect ${label}`) })).toBeVisible()
        await expect(placedSteps(page)).toHaveCount(2)
        await dragFromPalette(page, syncEntry(page))
        await expect(placedSteps(page)).toHaveCount(2)
      })

      test('S4-07 the step wakes without a reload when the ledger is connected through its consent page', async () => {
        const other = await admin.context.newPage()
        await other.goto(`${stackUrl}/connections`)
        await other.getByRole('button', { name: 'Connect a ledger' }).first().click()
        await other.getByRole('button', { name: new RegExp(`^${label}.*practice`) }).click()
        await giveConsent(other, { ...story, company: company.name })
        await expect(other.getByText('Active').first()).toBeVisible()
        await expect(syncEntry(admin.page)).not.toHaveAttribute('aria-disabled', 'true')
        await other.close()
      })

      test('vendors, items and accounts are imported after a preview, and a default account is chosen', async () => {
        const { page } = admin
        const other = await admin.context.newPage()
        await other.goto(`${stackUrl}/connections`)
        await other
          .getByRole('link', { name: new RegExp(label) })
          .first()
          .click()
        await other.getByRole('tab', { name: 'Lists' }).click()
        await other.getByRole('button', { name: 'Show the preview' }).click()
        await other.getByRole('button', { name: /^Import \d+$/ }).click()
        await expect(other.getByText('Imported.')).toBeVisible()
        await other.getByRole('tab', { name: 'Mapping rules' }).click()
        await other.getByRole('button', { name: 'Change: Default expense account' }).click()
        await other.getByRole('combobox', { name: 'Account' }).fill('Job')
        await other.getByRole('option', { name: /Job Materials/ }).click()
        await expect(other.getByText('Saved.')).toBeVisible()
        await other.close()
        await page.bringToFront()
      })

      test('S4-08 S4-09 the step is dragged into the canvas and connected like any other', async () => {
        const { page } = admin
        await openWorkflow(page)
        await dragFromPalette(page, syncEntry(page))
        await expect(placedSteps(page)).toHaveCount(3)
        const edges = page.locator('.react-flow__edge')
        if ((await edges.count()) < 2) {
          await page.getByRole('button', { name: 'Approved: connect to…' }).click()
          await page.getByRole('menuitem', { name: sync }).click()
        }
        await expect(edges).toHaveCount(2)
      })

      test('S4-17 an unmapped step names what is missing and cannot be published', async () => {
        const { page } = admin
        await page.getByRole('button', { name: 'Publish', exact: true }).click()
        await expect(page.getByText(/errors? stands? in the way/)).toBeVisible()
        await expect(page.getByText('Choose the field that gives Vendor.').first()).toBeVisible()
        await page.keyboard.press('Escape')
      })

      test('S4-10 S4-11 Configure opens the slider with Vendor*, Materials*, Memo and Due Date', async () => {
        const { page } = admin
        if (!page.url().includes('/workflow')) await openWorkflow(page)
        await page.getByRole('button', { name: 'Tidy up' }).click()
        await canvasAtRest(page)
        await placedSteps(page).filter({ hasText: sync }).click()
        await page.getByRole('button', { name: /^Configure Sync with/ }).click()
        await expect(slider(page)).toBeVisible()
        const labels = slider(page).locator('[data-place^="mapping."]:visible')
        await expect(labels).toHaveCount(4)
        await expect(slider(page).getByText('Vendor *')).toBeVisible()
        await slider(page).getByRole('button', { name: 'More fields' }).click()
        await expect(labels).toHaveCount(story.targets)
        await slider(page).getByRole('button', { name: 'More fields' }).click()
      })

      test('S4-12 S4-13 each target offers only fields of a fitting type, and a suggestion takes one click', async () => {
        const { page } = admin
        const target = (name: string) => slider(page).locator(`[data-place="mapping.${name}"]:visible`)
        const offered = page.getByRole('option').filter({ visible: true })
        await target('vendor').click()
        await expect(offered).toHaveText(['Vendor'])
        await target('materials').click()
        await expect(offered).toHaveText(['Materials'])
        await target('materials').click()
        for (const name of ['Vendor', 'Materials', 'Memo', 'Due Date'])
          await slider(page)
            .getByRole('button', { name: new RegExp(`^Use ".*" for ${name}$`) })
            .click()
        await expect(target('memo')).toHaveValue('Memo')
      })

      test('S4-18 "Create unlinked items" is there and off', async () => {
        await expect(
          slider(admin.page).getByRole('switch', { name: 'Create unlinked items' }),
        ).not.toBeChecked()
      })

      test('S4-16 with Vendor and Materials mapped the workflow is published', async () => {
        const { page } = admin
        await expect(page.getByText('Saved', { exact: true })).toBeVisible()
        await page.getByRole('button', { name: 'Publish', exact: true }).click()
        const dialog = page.getByRole('dialog', { name: /Publish this workflow/ })
        await expect(dialog.getByText(/^Added "Sync with/)).toBeVisible()
        await dialog.getByRole('button', { name: 'Publish' }).click()
        await expect(page.getByText('Version 1 is published.')).toBeVisible()
      })

      test('a purchase order is filled in and submitted with one thumb at 390 px', async () => {
        const { page } = field
        await page.goto(`${stackUrl}/my-forms`)
        await page
          .getByRole('link', { name: /Purchase order/ })
          .first()
          .click()
        await pick(page, { label: 'Vendor', typed: 'Brighton Eletric', name: undefined })
        const line = page.getByRole('group', { name: 'Line 1' })
        await line.getByRole('textbox', { name: 'Material' }).click()
        await page.getByRole('option').first().click()
        await line.getByRole('textbox', { name: 'Quantity' }).fill('4')
        await line.getByRole('textbox', { name: 'Unit price' }).fill('12.50')
        await page.getByRole('button', { name: 'Add a line' }).click()
        const second = page.getByRole('group', { name: 'Line 2' })
        await second.getByRole('textbox', { name: 'Material' }).fill('Callout fee')
        await page.getByRole('option', { name: /Use "Callout fee" as it is/ }).click()
        await second.getByRole('textbox', { name: 'Quantity' }).fill('1')
        await second.getByRole('textbox', { name: 'Unit price' }).fill('30')
        await page.getByLabel('Memo').fill('Leave at the gate')
        await page.getByLabel('Due date').fill('2026-12-18')
        await expect(page.getByTestId('running-total')).toContainText('80.00')
        await expectNoSidewaysScroll(page)
        await page.getByRole('button', { name: 'Submit' }).dblclick()
        await expect(page.getByRole('heading', { name: number })).toBeVisible()
        order = page.url()
      })

      test('a double tap made one form', async () => {
        const { page } = admin
        await page.goto(`${stackUrl}/submissions`)
        await expect(page.getByRole('row', { name: /VPO-/ })).toHaveCount(1)
      })

      test('S4-21 S4-22 the approver decides in two taps, and the timeline stamps itself while it is watched', async () => {
        await expect(field.page.getByText(/^Waiting for approval/)).toBeVisible()
        const { page } = approver
        await page.goto(`${stackUrl}/tasks`)
        await page.getByText(number).first().click()
        await page.getByRole('button', { name: 'Approve', exact: true }).click()
        const stamp = field.page.getByText(
          new RegExp(`^Synced to ${label}.* as Purchase Order #${number.source}, verified$`),
        )
        await expect(stamp).toBeVisible({ timeout: 45_000 })
        await expect(field.page.locator('[data-ledger-state="verified"]')).toBeVisible()
        await expectNoSidewaysScroll(field.page)
      })

      test('S0-12 S2-18 S2-19 the books hold the order, each line in its place', async () => {
        const { page } = admin
        await page.goto(order)
        const link = (await page.locator('[data-ledger-state="verified"] a').getAttribute('href')) ?? ''
        expect(link.startsWith(sandboxUrl)).toBe(true)
        await page.goto(link)
        await expect(page.getByRole('table', { name: story.lines.material })).toContainText('50.00')
        await expect(page.getByRole('table', { name: story.lines.freeText })).toContainText('Callout fee')
      })

      test('S4-14 S4-15 its memo and its due date stand there as they were filled in', async () => {
        const { page } = admin
        await expect(page.getByText('Leave at the gate')).toBeVisible()
        await expect(page.getByText(asTheyWriteIt(18)).first()).toBeVisible()
      })

      test('S4-20 with "Create unlinked items" off no item was made', async () => {
        expect(story.itemNames(await books())).not.toContain('Callout fee')
      })

      test('S4-23 a revision is approved again and changes the same order', async () => {
        const { page } = field
        await page.goto(order)
        await page.getByRole('link', { name: 'Revise' }).click()
        await reviseQuantity(page, '6')
        await approve(approver.page, order)
        await expect(stamps(page, 'document-updated')).toBeVisible()
        await expect(stamps(page, 'document-created')).toHaveCount(1)
      })

      test('S4-19 S4-24 switched on and published, the next order makes the item there and is linked to it', async () => {
        const { page } = admin
        await openWorkflow(page)
        await placedSteps(page).filter({ hasText: sync }).dblclick()
        for (const name of ['memo', 'dueDate']) await takeOut(page, name)
        await slider(page).getByRole('switch', { name: 'Create unlinked items' }).check()
        const account = slider(page).getByRole('combobox', { name: 'Expense account' })
        await account.click()
        await page.getByRole('option').first().click()
        await page.getByRole('button', { name: 'Close the slider' }).click()
        await expect(page.getByText('Saved', { exact: true })).toBeVisible()
        await page.getByRole('button', { name: 'Publish', exact: true }).click()
        const dialog = page.getByRole('dialog', { name: /Publish this workflow/ })
        await dialog.getByRole('button', { name: 'Publish' }).click()
        await expect(page.getByText('Version 2 is published.')).toBeVisible()
        const next = await submitOrder(field.page, {
          formId: formOf(page),
          vendor: 'Cascade Lumber Supply',
          lines: [{ material: 'Safety netting 4 m', quantity: '5' }],
          memo: 'For the site alone',
          dueDate: '2026-12-24',
        })
        await approve(approver.page, next)
        await expect(stamps(field.page, 'item-created')).toContainText('Safety netting 4 m')
        await expect(stamps(field.page, 'document-created')).toBeVisible()
        expect(story.itemNames(await books()).filter((name) => name === 'Safety netting 4 m')).toHaveLength(1)
      })

      test('S4-14 S4-15 with memo and due date taken out of the mapping it went all the same, and without them', async () => {
        const { page } = admin
        await page.goto(field.page.url())
        const link = (await page.locator('[data-ledger-state="verified"] a').getAttribute('href')) ?? ''
        await page.goto(link)
        await expect(page.getByText(number).first()).toBeVisible()
        await expect(page.getByText('For the site alone')).toHaveCount(0)
        await expect(page.getByText(asTheyWriteIt(24))).toHaveCount(0)
      })

      test('S4-02 S4-03 S4-04 a form of another type, and one without its vendor and its table, are refused by name', async () => {
        const { page } = admin
        const graph = sendAtOnce({ id: await connectionId(), provider, providerLabel: label })
        const whole = purchaseOrderForm({ prefix: 'NO', costCodes: false })
        const note = { kind: 'text' as const, id: 'f_note001', label: 'Note' }
        const refused = [
          {
            content: { ...whole, type: 'custom' as const },
            said: [`This form is of type "Custom form", and ${label}`],
          },
          {
            content: { ...whole, fields: [note] },
            said: ['The form has no field for Vendor: add', 'The form has no field for Materials: add'],
          },
        ]
        for (const { content, said } of refused) {
          const { id } = await draftForm(await company.as('admin'), { content, graph })
          await page.goto(`${stackUrl}/forms/${id}/workflow`)
          await expect(placedSteps(page).filter({ hasText: sync })).toBeVisible()
          await page.getByRole('button', { name: 'Publish', exact: true }).click()
          await expect(page.getByText(/errors? stands? in the way/)).toBeVisible()
          for (const sentence of said) await expect(page.getByText(sentence).first()).toBeVisible()
        }
      })

      test('S4-01 an order that reaches its step when the ledger is disconnected is refused, and the cause has a name', async () => {
        const { page } = admin
        await openWorkflow(page)
        await (await company.as('admin')).call('DELETE', `/connections/${await connectionId()}`)
        const before = JSON.stringify(await books())
        const next = await submitOrder(field.page, {
          formId: formOf(page),
          vendor: 'Cascade Lumber Supply',
          lines: [{ material: '2x4x8 Stud', quantity: '9' }],
        })
        await approve(approver.page, next)
        await page.goto(`${stackUrl}/sync/attention`)
        const cause = page.getByRole('region', { name: /connect/i })
        await expect(cause.getByRole('row', { name: number })).toBeVisible()
        expect(JSON.stringify(await books())).toBe(before)
      })

      async function connectionId(): Promise<string> {
        const session = await company.as('admin')
        const [connection] = (await session.get<{ rows: { id: string }[] }>('/connections')).rows
        return connection?.id ?? ''
      }

      /** Leaves a target of the mapping empty again. */
      async function takeOut(page: Page, name: string): Promise<void> {
        const target = slider(page).locator(`[data-place="mapping.${name}"]:visible`)
        await target.locator('..').locator('button').click()
        await expect(target).toHaveValue('')
      }
    })
}

/** A day of December 2026, by the words of each ledger. */
function asTheyWriteIt(day: number): RegExp {
  return new RegExp(`12/${day}/2026|Dec ${day}, 2026|2026-12-${day}|${day} Dec 2026`)
}

/** The form whose workflow is open. */
function formOf(page: Page): string {
  return /\/forms\/([^/]+)/.exec(page.url())?.[1] ?? ''
}

async function openWorkflow(page: Page) {
  await page.goto(`${stackUrl}/forms`)
  await page
    .getByRole('row', { name: /Purchase order/ })
    .first()
    .click()
  await page.getByRole('tab', { name: 'Workflow' }).click()
  await expect(placedSteps(page).first()).toBeVisible()
}

async function pick(page: Page, what: { label: string; typed: string; name: string | undefined }) {
  await page.getByRole('textbox', { name: what.label }).first().click()
  if (what.name !== undefined) await page.getByRole('textbox', { name: what.label }).first().fill(what.typed)
  await page.getByRole('option').first().click()
}
