import { expect, type Page, test } from '@playwright/test'
import { syncWorkflow } from '../../apps/local/src/practice/practice-workflows.ts'
import { type OrderOffice, openOffice } from './support/order-office.ts'
import { stackUrl } from './support/stack.ts'

test.describe
  .serial('Whatever is done in the editor can be undone and done again', () => {
    let office: OrderOffice
    let page: Page

    test.beforeAll(async ({ browser }) => {
      office = await openOffice(browser, { name: 'Undoing', graph: syncWorkflow, roles: ['admin'] })
      page = office.page('admin')
      await page.goto(`${stackUrl}/forms/${office.company.form.id}/workflow`)
      await expect(card('s_approve')).toBeVisible()
    })
    test.afterAll(() => office?.close())

    const card = (id: string) => page.locator(`.react-flow__node[data-id="${id}"]`)
    const slider = () => page.getByRole('dialog', { name: /^Configure / })
    const undo = () => page.getByRole('button', { name: /^Undo/ })
    const redo = () => page.getByRole('button', { name: /^Redo/ })

    test('a deleted step comes back with its connections by undo, and goes again by redo', async () => {
      const edges = page.locator('.react-flow__edge')
      const before = await edges.count()
      await card('s_approve').click()
      await page.keyboard.press('Delete')
      await expect(card('s_approve')).toHaveCount(0)
      await undo().click()
      await expect(card('s_approve')).toBeVisible()
      await expect(edges).toHaveCount(before)
      await redo().click()
      await expect(card('s_approve')).toHaveCount(0)
      await page.keyboard.press('Control+z')
      await expect(card('s_approve')).toBeVisible()
      await expect(edges).toHaveCount(before)
    })

    test('an edit in the slider is undone and done again by the keys, while the slider is open', async () => {
      await card('s_ledger1').dblclick()
      const option = slider().getByRole('switch', { name: 'Create unlinked items' })
      await option.check()
      await expect(undo()).toHaveAccessibleName(/Configure "Sync with /)
      await page.keyboard.press('Control+z')
      await expect(option).not.toBeChecked()
      await page.keyboard.press('Control+Shift+z')
      await expect(option).toBeChecked()
      await undo().click()
      await expect(option).not.toBeChecked()
      await slider().getByRole('button', { name: 'Close the slider' }).click()
    })

    test('Ctrl+Z in a text field takes back typed text and no step', async () => {
      await card('s_approve').click()
      await page.keyboard.press('Delete')
      const search = page.getByRole('textbox', { name: 'Search steps' })
      await search.click()
      await page.keyboard.type('notify')
      await page.keyboard.press('Control+z')
      await expect(search).not.toHaveValue('notify')
      await expect(card('s_approve')).toHaveCount(0)
      await undo().click()
      await expect(card('s_approve')).toBeVisible()
    })

    test('what was undone is what is saved', async () => {
      await expect(page.getByText('Saved', { exact: true })).toBeVisible()
      await page.reload()
      await expect(card('s_approve')).toBeVisible()
      await card('s_ledger1').dblclick()
      await expect(slider().getByRole('switch', { name: 'Create unlinked items' })).not.toBeChecked()
    })
  })
