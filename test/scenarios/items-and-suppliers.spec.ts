import type { Graph } from '@fieldledger/workflow'
import { expect, type Page, test } from '@playwright/test'
import { billForm } from '../support/bill.ts'
import { sendAtOnce, sendAtOnceAs } from '../support/graphs.ts'
import { publishForm } from '../support/publish-form.ts'
import { type OrderOffice, openOffice } from './support/order-office.ts'
import { pageFindings } from './support/page-findings.ts'
import { sandboxUrl, stackUrl } from './support/stack.ts'

const netting = 'Safety netting 4 m'

/** Its trigger alone. */
const submitOnly = ({ steps }: Graph): Graph => ({
  steps: Object.fromEntries(Object.entries(steps).filter(([, { kind }]) => kind === 'form-submitted')),
  edges: [],
})

test.describe
  .serial('Items of the catalogue and of the ledger', () => {
    let office: OrderOffice
    let page: Page

    test.beforeAll(async ({ browser }) => {
      office = await openOffice(browser, {
        name: 'Yard Supplies',
        graph: sendAtOnce,
        roles: ['bookkeeper'],
      })
      page = office.page('bookkeeper')
    })
    test.afterAll(() => office?.close())

    const materials = `${stackUrl}/catalogue/materials`
    const card = (count: number) => page.getByRole('button', { name: `Not mapped (${count})` })
    const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
    const press = /^Press to map item with QuickBooks Online manually$/
    const itemId = async (name: string) => {
      const { entities } = await office.company.ledger.books(office.company.realm)
      return entities.Item.find((item) => item.Name === name)?.Id ?? ''
    }
    const changeItem = async (name: string, changes: object) =>
      office.company.ledger.change(
        { realm: office.company.realm, entity: 'item', id: await itemId(name) },
        changes,
      )
    const archive = async (name: string) => {
      await page.goto(materials)
      await row(name).click()
      const drawer = page.getByRole('dialog', { name })
      await drawer.getByRole('button', { name: 'Archive' }).click()
      await expect(drawer).toBeHidden()
    }
    const add = async (name: string) => {
      await page.goto(materials)
      await page.getByRole('button', { name: 'Add a material' }).click()
      const drawer = page.getByRole('dialog', { name: 'Add a material' })
      await drawer.getByLabel('Name').fill(name)
      await drawer.getByRole('button', { name: 'Save' }).click()
      await expect(drawer).toBeHidden()
    }
    const sync = async () => {
      await page.goto(`${stackUrl}/connections/${office.company.connection.id}?tab=lists`)
      await page.getByRole('button', { name: 'Sync Items' }).click()
      await expect(page.getByText(/items? synchronised/)).toBeVisible()
    }
    const chooseItem = async (name: string) => {
      await page.getByRole('combobox', { name: 'Item in QuickBooks Online' }).click()
      await page.getByRole('option', { name, exact: true }).click()
    }

    test('S2-21 S2-22 the card Not mapped stands on top; pressed, it lists the unmapped, each with its button', async () => {
      await page.goto(materials)
      await expect(row('2x4x8 Stud')).toBeVisible()
      await expect(row('2x4x8 Stud').getByRole('button', { name: press })).toHaveCount(0)
      await card(1).click()
      await expect(row(netting).getByRole('button', { name: press })).toBeVisible()
      await expect(row('2x4x8 Stud')).toHaveCount(0)
    })

    test('S2-23 S2-24 S2-33 the page Map Item offers what is active there; mapped, the item leaves Not mapped', async () => {
      await archive('Rebar #4')
      await archive('Joist hanger')
      await changeItem('Plywood 3/4 in', { Active: false })
      await page.goto(materials)
      await card(1).click()
      await row(netting).getByRole('button', { name: press }).click()
      await expect(page.getByRole('heading', { name: 'Map Item with QuickBooks Online' })).toBeVisible()
      expect(await pageFindings(page, page.url())).toEqual([])
      await page.getByRole('combobox', { name: 'Item in QuickBooks Online' }).click()
      await expect(page.getByRole('option', { name: 'Joist hanger' })).toBeVisible()
      await expect(page.getByRole('option', { name: /Plywood/ })).toHaveCount(0)
      await page.keyboard.press('Escape')
      await chooseItem('Joist hanger')
      await page.getByRole('button', { name: 'Map Item', exact: true }).click()
      await page.waitForURL(/\/catalogue\/materials$/)
      await expect(card(0)).toBeVisible()
      await expect(row(netting)).toContainText('1.95')
      await changeItem('Plywood 3/4 in', { Active: true })
    })

    test('S2-32 mapped wrongly: archived, added anew and mapped with the right one', async () => {
      await archive(netting)
      await add('Netting')
      await card(1).click()
      await row('Netting').getByRole('button', { name: press }).click()
      await chooseItem('Rebar #4')
      await page.getByRole('button', { name: 'Map Item', exact: true }).click()
      await page.waitForURL(/\/catalogue\/materials$/)
      await expect(card(0)).toBeVisible()
      await row('Netting').click()
      await expect(page.getByText('Linked with Rebar #4')).toBeVisible()
    })

    test('S2-12 S2-14 S2-28 Sync Items pairs what is called the same, and names follow the ledger', async () => {
      await add('joist hanger')
      await expect(card(1)).toBeVisible()
      await changeItem('2x4x8 Stud', { Name: '2x4x8 Stud, kiln dried' })
      await page.goto(materials)
      await expect(row('2x4x8 Stud')).not.toContainText('kiln dried')
      await sync()
      await expect(row('2x4x8 Stud, kiln dried')).toContainText('Changed')
      await expect(row('Joist hanger')).toContainText('Mapped now')
      await page.goto(materials)
      await expect(card(0)).toBeVisible()
      await expect(row('2x4x8 Stud, kiln dried')).toBeVisible()
      await expect(row('Rebar #4')).toBeVisible()
    })

    test('an item whose price both sides changed waits under Conflicts until somebody has chosen', async () => {
      await changeItem('Joist hanger', { PurchaseCost: 2.5 })
      await page.goto(materials)
      await row('Joist hanger').click()
      const drawer = page.getByRole('dialog', { name: 'Joist hanger' })
      await drawer.getByRole('textbox', { name: 'Price' }).fill('2.75')
      await drawer.getByRole('button', { name: 'Save' }).click()
      await expect(drawer).toBeHidden()
      await sync()
      await expect(row('Joist hanger')).toContainText('Changed on both sides: price')
      expect(await pageFindings(page, `${stackUrl}/sync/conflicts`)).toEqual([])
      await expect(page.getByText('2.75', { exact: true })).toBeVisible()
      await expect(page.getByText('2.50', { exact: true })).toBeVisible()
      await page.getByRole('button', { name: 'Take all of ours' }).click()
      await page.getByRole('button', { name: 'Take over 1 field' }).click()
      await expect(page.getByText('Nothing was changed on both sides')).toBeVisible()
    })

    test('S2-35 S2-37 made inactive on the ledger’s own page, it stands under Not mapped until it is active and synchronised again', async () => {
      const books = await page.context().newPage()
      const items = `${sandboxUrl}/quickbooks-online/app/items?realm=${office.company.realm}`
      await books.goto(items)
      await books.getByRole('button', { name: 'Make inactive: Rebar #4' }).click()
      await sync()
      await page.getByRole('link', { name: 'Not mapped (1)' }).click()
      await expect(row('Rebar #4')).toContainText('inactive there')
      await books.goto(`${items}&status=inactive`)
      await books.getByRole('button', { name: 'Make active: Rebar #4' }).click()
      await page.goto(materials)
      await expect(card(1)).toBeVisible()
      await sync()
      await page.goto(materials)
      await expect(card(0)).toBeVisible()
      await books.close()
    })

    test('S2-38 S2-39 merged on the ledger’s own page, the item stays mapped, with the one that remains', async () => {
      await archive('12/2 NM-B cable')
      const books = await page.context().newPage()
      await books.goto(`${sandboxUrl}/quickbooks-online/app/items?realm=${office.company.realm}`)
      await books.getByRole('link', { name: 'Rename: Rebar #4' }).click()
      await books.getByLabel('Name').fill('12/2 NM-B cable')
      await books.getByRole('button', { name: 'Save' }).click()
      await books.getByRole('button', { name: 'Yes' }).click()
      await expect(books.getByRole('row', { name: /Rebar #4/ })).toHaveCount(0)
      await books.close()
      await sync()
      await expect(row('12/2 NM-B cable')).toContainText('Mapped with the one it was merged into')
      await page.goto(materials)
      await expect(card(0)).toBeVisible()
      await expect(row('12/2 NM-B cable')).toHaveCount(1)
    })

    test('S2-01 S2-04 S2-08 a supplier edited here is changed in the ledger; archived here, it is inactive there', async () => {
      const vendor = async () => {
        const { entities } = await office.company.ledger.books(office.company.realm)
        return entities.Vendor.find(({ DisplayName }) => DisplayName === 'Puget Ready Mix')
      }
      await page.goto(`${stackUrl}/catalogue/vendors`)
      await row('Puget Ready Mix').click()
      const drawer = page.getByRole('dialog', { name: 'Puget Ready Mix' })
      await drawer.getByLabel('City').fill('Renton')
      await drawer.getByRole('button', { name: 'Save' }).click()
      await expect(drawer).toBeHidden()
      await expect.poll(vendor).toMatchObject({ BillAddr: { City: 'Renton' }, Active: true })
      await row('Puget Ready Mix').click()
      await drawer.getByRole('button', { name: 'Archive' }).click()
      // Archived, it leaves the list, and its drawer with it, before the ledger has answered.
      await expect(drawer).toBeHidden()
      await expect.poll(vendor).toMatchObject({ Active: false })
    })

    test('S2-03 suppliers changed with a file are changed in the ledger, and the report says what became of each row', async () => {
      await page.goto(`${stackUrl}/catalogue/vendors`)
      await page.getByRole('link', { name: 'Change with a file' }).click()
      await expect(page.getByRole('heading', { name: 'Change vendors with a file' })).toBeVisible()
      expect(await pageFindings(page, page.url())).toEqual([])
      const rows = ['Name,City', 'Cascade Lumber Supply,Auburn', 'Quarry Brothers,Kent', ',Nowhere']
      await page.locator('input[type=file]').setInputFiles({
        name: 'suppliers.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(rows.join('\r\n')),
      })
      await expect(row('Cascade Lumber Supply')).toContainText('Auburn')
      await expect(row('Line 4')).toContainText('neither a name nor an Id')
      await page.getByRole('button', { name: 'Take over 2 rows' }).click()
      await expect(page.getByRole('heading', { name: 'What suppliers.csv changed' })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Report' }).first()).toBeVisible()
      await expect
        .poll(async () => {
          const { entities } = await office.company.ledger.books(office.company.realm)
          return entities.Vendor.find(({ DisplayName }) => DisplayName === 'Cascade Lumber Supply')
        })
        .toMatchObject({ BillAddr: { City: 'Auburn' } })
    })

    test('S2-09 S2-10 S2-11 by a link a supplier submits invoices without an account: one that is integrated is sent, the other is not', async ({
      browser,
    }) => {
      const { company } = office
      const admin = await company.as('admin')
      const bill = (name: string) => ({ ...billForm(), name })
      const graph = sendAtOnceAs(company.connection, { kind: 'bill' })
      await publishForm(admin, { content: bill('Invoice'), graph })
      await publishForm(admin, { content: bill('Credit request'), graph: submitOnly(graph) })

      await page.goto(`${stackUrl}/catalogue/vendors`)
      await row('Cascade Lumber Supply').click()
      const drawer = page.getByRole('dialog', { name: 'Cascade Lumber Supply' })
      await drawer.getByRole('button', { name: 'Make a link' }).click()
      await drawer.getByRole('checkbox', { name: 'Invoice' }).check()
      await drawer.getByRole('checkbox', { name: 'Credit request' }).check()
      await drawer.getByLabel('Send it to').fill('')
      await drawer.getByRole('button', { name: 'Make a link' }).click()
      const url = (await drawer.getByTestId('copyable').textContent()) ?? ''

      const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
      const supplier = await context.newPage()
      await supplier.goto(`${stackUrl}${new URL(url).pathname}`)
      await expect(supplier.getByRole('heading', { name: 'Cascade Lumber Supply' })).toBeVisible()
      expect(await pageFindings(supplier, supplier.url())).toEqual([])
      const submit = async (form: string, { what, price }: { what: string; price: string }) => {
        await supplier.getByText(form, { exact: true }).first().click()
        const line = supplier.getByRole('group', { name: 'Line 1', exact: true })
        await line.getByLabel('Material').fill(what)
        await line.getByLabel('Material').press('Tab')
        await line.getByLabel('Unit price').fill(price)
        await supplier.getByRole('button', { name: 'Submit', exact: true }).click()
        await expect(supplier.getByRole('status').filter({ hasText: 'has arrived' })).toContainText(form)
        await supplier.getByRole('button', { name: 'Submit another one' }).click()
      }
      // Two of one total look like one that was submitted twice, and wait.
      await submit('Credit request', { what: 'Returned pallets', price: '9.25' })
      await submit('Invoice', { what: 'Crushed gravel', price: '12.50' })
      const bills = async () => (await company.ledger.books(company.realm)).entities.Bill ?? []
      await expect.poll(async () => (await bills()).length, { timeout: 30_000 }).toBe(1)
      expect(JSON.stringify(await bills())).toContain('Crushed gravel')
      expect(JSON.stringify(await bills())).not.toContain('pallets')
      await page.goto(`${stackUrl}/catalogue/vendors`)
      await row('Cascade Lumber Supply').click()
      await drawer.getByRole('button', { name: 'Take back' }).click()
      await expect(drawer.getByText('Taken back')).toBeVisible()
      await supplier.reload()
      await expect(supplier.getByRole('heading', { name: 'This link opens nothing' })).toBeVisible()
      await context.close()
    })

    test('S2-02 S2-06 S2-07 Sync Suppliers takes over what was changed in the ledger, and what is inactive there is not integrated', async () => {
      const { ledger, realm } = office.company
      const { entities } = await ledger.books(realm)
      const idOf = (name: string) => entities.Vendor.find(({ DisplayName }) => DisplayName === name)?.Id ?? ''
      const change = (name: string, changes: object) =>
        ledger.change({ realm, entity: 'vendor', id: idOf(name) }, changes)
      await change('Cascade Lumber Supply', {
        PrimaryEmailAddr: { Address: 'yard@cascade.example, office@cascade.example' },
      })
      await change('Northwest Steel & Rebar', { Active: false })
      await page.goto(`${stackUrl}/connections/${office.company.connection.id}?tab=lists`)
      await expect(page.getByLabel('archived here')).toHaveValue('deactivate')
      await page.getByRole('button', { name: 'Sync Suppliers' }).click()
      await expect(row('Cascade Lumber Supply')).toContainText('e-mail')
      await page.goto(`${stackUrl}/catalogue/vendors`)
      await expect(row('Northwest Steel & Rebar')).toContainText('Not linked')
      await row('Cascade Lumber Supply').click()
      await expect(page.getByRole('list', { name: 'Contacts' }).getByRole('listitem')).toHaveCount(2)
    })

    test('all lists come in the background; likely pairs are linked together; of what both sides changed a person says which stands', async () => {
      const { company } = office
      const { ledger, realm, connection } = company
      const bookkeeper = await company.as('bookkeeper')
      await ledger.crowd(realm, { vendors: 30, items: 5 })
      const { entities } = await ledger.books(realm)
      const theirs = entities.Vendor.at(-3)?.DisplayName ?? ''
      const ours = theirs.replace(/\w /, ' ')
      await bookkeeper.post('/vendors', { name: ours })
      const suggestions = `${stackUrl}/catalogue/vendors/suggestions/${connection.id}`
      expect(await pageFindings(page, suggestions)).toEqual([])
      await expect(row(theirs)).toContainText('name 0.9')
      await page.getByRole('button', { name: /^Link \d+ pairs?$/ }).click()
      await expect(page.getByText(/pairs? linked/)).toBeVisible()
      await expect(row(theirs)).toHaveCount(0)

      const lists = `${stackUrl}/connections/${connection.id}?tab=lists`
      await page.goto(lists)
      await page.getByRole('button', { name: 'Import all lists' }).click()
      await page.goto(`${stackUrl}/catalogue/vendors`)
      await page.goto(lists)
      const progress = page.getByRole('status', { name: 'All lists' })
      await expect(progress).toContainText('Everything is here.', { timeout: 30_000 })
      await expect(progress).toContainText(
        `${entities.Vendor.length} of ${entities.Vendor.length} taken over`,
      )
      expect(await pageFindings(page, lists)).toEqual([])

      const cascade = entities.Vendor.find(({ DisplayName }) => DisplayName === 'Cascade Lumber Supply')
      const place = { realm, entity: 'vendor', id: cascade?.Id ?? '' }
      await ledger.change(place, { PrimaryPhone: { FreeFormNumber: '(206) 555-0001' } })
      await page.goto(`${stackUrl}/catalogue/vendors`)
      await row('Cascade Lumber Supply').click()
      const drawer = page.getByRole('dialog', { name: 'Cascade Lumber Supply' })
      await drawer.getByLabel('Phone number').fill('(206) 555-0002')
      await drawer.getByRole('button', { name: 'Save' }).click()
      await expect(drawer).toBeHidden()
      expect(await pageFindings(page, `${stackUrl}/sync/conflicts`)).toEqual([])
      await expect(page.getByText('(206) 555-0002')).toBeVisible()
      await expect(page.getByText('(206) 555-0001')).toBeVisible()
      await page.getByRole('button', { name: 'Take all of theirs' }).click()
      await page.getByRole('button', { name: 'Take over 1 field' }).click()
      await expect(page.getByText('Nothing was changed on both sides')).toBeVisible()
      const { rows } = await bookkeeper.get<{ rows: object[] }>('/vendors?q=Cascade%20Lumber')
      expect(rows[0]).toMatchObject({ phone: '(206) 555-0001' })
    })
  })
