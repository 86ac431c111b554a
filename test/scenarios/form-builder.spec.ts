import { expect, type Page, test } from '@playwright/test'
import { makeCompany, type TestCompany } from '../support/make-company.ts'
import { fingerDrag, middleOf } from './support/finger.ts'
import { signedIn } from './support/person.ts'
import { stackUrl } from './support/stack.ts'
import { stackPlace } from './support/stack-place.ts'

test.describe
  .serial('A form is built by dragging its fields, and shows while it is built', () => {
    let company: TestCompany
    let formId: string
    let page: Page

    test.beforeAll(async ({ browser }) => {
      company = await makeCompany({ stack: stackPlace(), name: 'Building Forms' })
      const admin = await company.as('admin')
      formId = (
        await admin.post<{ id: string }>('/forms', { name: 'Site order', template: 'purchase-order' })
      ).id
      page = await open(browser, { viewport: { width: 1440, height: 900 } })
    })
    test.afterAll(() => page?.context().close())

    async function open(
      browser: Parameters<typeof signedIn>[0],
      screen: { viewport: { width: number; height: number }; hasTouch?: boolean; isMobile?: boolean },
    ): Promise<Page> {
      const { email } = company.people.admin
      const signed = await signedIn(browser, {
        email,
        password: company.password,
        company: company.name,
        screen,
      })
      await signed.page.goto(`${stackUrl}/forms/${formId}/fields`)
      await expect(list(signed.page)).toBeVisible()
      return signed.page
    }
    const list = (on: Page) => on.getByRole('list', { name: 'Fields of the form' })
    const labels = (on: Page) =>
      list(on)
        .getByRole('button', { name: /^Move / })
        .evaluateAll((grips) => grips.map((grip) => grip.getAttribute('aria-label')?.replace('Move ', '')))
    const row = (on: Page, label: string) => list(on).getByRole('button', { name: new RegExp(`^${label}`) })
    const kind = (on: Page, name: string) =>
      on.getByRole('region', { name: 'Add a field' }).getByRole('button', { name: new RegExp(`^${name}`) })
    const ghost = (on: Page) => on.locator('[data-field-ghost]')
    const preview = () => page.getByRole('region', { name: 'Preview' })

    test('a kind of field is dragged between two fields: a ghost hangs on the pointer and the place is lit', async () => {
      const to = await middleOf(row(page, 'Due date'))
      await kind(page, 'Money').hover()
      await page.mouse.down()
      await page.mouse.move(to.x, to.y - 20, { steps: 8 })
      await expect(ghost(page)).toContainText('Money')
      await expect(page.locator('[data-slot="before"]')).toContainText('Due date')
      await page.mouse.up()
      await expect(ghost(page)).toHaveCount(0)
      await expect(page.locator('[data-slot]')).toHaveCount(0)
      expect((await labels(page)).slice(0, 4)).toEqual(['Vendor', 'Project', 'Money', 'Due date'])
      // A flick is over before the page has drawn that it began.
      await kind(page, 'Number').hover()
      await page.mouse.down()
      await page.mouse.move(to.x, to.y)
      await page.mouse.up()
      await expect(list(page).getByRole('listitem')).toHaveCount(8)
    })

    test('let go beside the list it adds nothing, and a click still adds after the chosen field', async () => {
      await kind(page, 'Date').hover()
      await page.mouse.down()
      const outside = await middleOf(preview())
      await page.mouse.move(outside.x, outside.y, { steps: 8 })
      await page.mouse.up()
      await expect(ghost(page)).toHaveCount(0)
      await expect(list(page).getByRole('listitem')).toHaveCount(8)
      await row(page, 'Money').click()
      await kind(page, 'Yes / no').click()
      expect((await labels(page)).slice(2, 4)).toEqual(['Money', 'Yes / no'])
    })

    test('the preview stands beside it and follows every change, as a phone and as a desktop', async () => {
      await row(page, 'Money').click()
      await page.getByLabel('Label').fill('Deposit')
      await expect(preview().getByLabel('Deposit')).toBeVisible()
      const screen = preview().locator('[data-screen]')
      await expect(screen).toHaveAttribute('data-screen', 'phone')
      const lines = preview().getByRole('group', { name: 'Line 1' })
      const [material, quantity] = [lines.getByLabel('Material'), lines.getByLabel('Quantity')]
      expect((await middleOf(quantity)).y).toBeGreaterThan((await middleOf(material)).y + 20)
      await preview().getByText('Desktop', { exact: true }).click()
      await expect(screen).toHaveAttribute('data-screen', 'desktop')
      expect(Math.abs((await middleOf(quantity)).y - (await middleOf(material)).y)).toBeLessThan(4)
    })

    test('what the preview is filled in with stays while the form is changed', async () => {
      await preview().getByLabel('Deposit').fill('125')
      await row(page, 'Deposit').click()
      await page.getByLabel('Help text').fill('Paid on order.')
      await expect(preview().getByText('Paid on order.')).toBeVisible()
      await expect(preview().getByLabel('Deposit')).toHaveValue(/125/)
    })

    test('on a tablet a finger drags a field in from the side and moves one by its grip', async ({
      browser,
    }) => {
      const tablet = await open(browser, { viewport: { width: 1180, height: 820 }, hasTouch: true })
      await fingerDrag(tablet, {
        from: kind(tablet, 'Section'),
        to: tablet.getByRole('button', { name: 'Move Vendor' }),
        hanging: () => expect(tablet.locator('[data-slot]')).toHaveCount(1),
      })
      await expect(list(tablet).getByRole('listitem')).toHaveCount(10)
      expect((await labels(tablet))[0]).toBe('Section')
      const grip = (label: string) => tablet.getByRole('button', { name: `Move ${label}` })
      const height = async (label: string) => (await middleOf(grip(label))).y
      await fingerDrag(tablet, {
        from: grip('Deposit'),
        to: grip('Section'),
        // A hand lets go when it sees the rows make room; a drop goes where they last did.
        hanging: () =>
          expect(async () => expect(await height('Deposit')).toBeLessThan(await height('Section'))).toPass(),
      })
      await expect(async () => expect((await labels(tablet))[0]).toBe('Deposit')).toPass()
      await tablet.context().close()
    })

    test('on a phone a finger that rests on a kind of field drags it, and one that moves at once scrolls', async ({
      browser,
    }) => {
      const phone = await open(browser, {
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
      })
      const count = (await labels(phone)).length
      await fingerDrag(phone, {
        from: kind(phone, 'Number'),
        to: row(phone, 'Vendor'),
        heldUntil: ghost(phone),
        hanging: () => expect(phone.locator('[data-slot]')).toHaveCount(1),
      })
      await expect(list(phone).getByRole('listitem')).toHaveCount(count + 1)
      await phone.keyboard.press('Escape')
      await expect(phone.getByRole('dialog')).toHaveCount(0)
      await fingerDrag(phone, { from: kind(phone, 'Text'), to: { x: 195, y: 120 } })
      await expect.poll(() => phone.evaluate(() => window.scrollY)).toBeGreaterThan(0)
      await expect(list(phone).getByRole('listitem')).toHaveCount(count + 1)
      await phone.context().close()
    })
  })
