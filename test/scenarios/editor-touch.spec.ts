import { expect, type Page, test } from '@playwright/test'
import { fivePureSteps } from '../support/graphs.ts'
import { makeCompany } from '../support/make-company.ts'
import { publishForm } from '../support/publish-form.ts'
import { placedSteps } from './support/editor.ts'
import { fingerDrag, middleOf } from './support/finger.ts'
import { signedIn } from './support/person.ts'
import { stackUrl } from './support/stack.ts'
import { stackPlace } from './support/stack-place.ts'

const tablet = { viewport: { width: 1180, height: 820 }, hasTouch: true }

test.describe
  .serial('A workflow is drawn with a finger', () => {
    let page: Page

    test.beforeAll(async ({ browser }) => {
      const company = await makeCompany({ stack: stackPlace(), name: 'Finger Works' })
      const form = await publishForm(await company.as('admin'), { graph: fivePureSteps() })
      const { email } = company.people.admin
      const who = { email, password: company.password, company: company.name }
      page = (await signedIn(browser, { ...who, screen: tablet })).page
      await page.goto(`${stackUrl}/forms/${form.id}/workflow`)
      await expect(placedSteps(page)).toHaveCount(6)
    })
    test.afterAll(() => page?.context().close())

    const entry = (name: string) =>
      page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: new RegExp(`^${name}`) })
    const ghost = () => page.locator('[data-palette-ghost]')
    const lit = () => page.locator('.react-flow [data-lit="true"]')

    /** Only steps that can be seen are drawn. */
    const allInView = async (count: number) => {
      await page.getByRole('button', { name: 'Fit to view' }).click()
      await expect(placedSteps(page)).toHaveCount(count)
    }

    test('a step is dragged out of the palette into an arrow: a ghost hangs on the finger and the place is lit', async () => {
      const edges = await page.locator('.react-flow__edge').count()
      await fingerDrag(page, {
        from: entry('Notify'),
        to: await middleOf(page.getByRole('button', { name: 'Insert a step here' }).nth(2)),
        hanging: async () => {
          await expect(ghost()).toContainText('Notify')
          await expect(lit()).toHaveCount(1)
        },
      })
      await expect(ghost()).toHaveCount(0)
      await expect(placedSteps(page).filter({ hasText: 'Tell the submitter' })).toBeVisible()
      await allInView(7)
      await expect(page.locator('.react-flow__edge')).toHaveCount(edges + 1)
    })

    test('a step that stands on the canvas is moved by a finger, and the move can be undone', async () => {
      const card = page.locator('.react-flow__node[data-id="s_notify1"]')
      const before = await middleOf(card)
      await fingerDrag(page, { from: card, to: { x: before.x + 120, y: before.y + 40 } })
      await expect(async () => expect((await middleOf(card)).x).toBeGreaterThan(before.x + 60)).toPass()
      await page.getByRole('button', { name: /^Undo/ }).click()
      await expect(async () => expect(Math.abs((await middleOf(card)).x - before.x)).toBeLessThan(4)).toPass()
    })

    test('a tap on an entry of the palette adds the step once', async () => {
      await entry('Set status').tap()
      await allInView(8)
    })
  })
