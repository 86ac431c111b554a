import type { Graph, Step } from '@fieldledger/workflow'
import { expect, type Page, test } from '@playwright/test'
import type { PracticeConnection } from '../../apps/local/src/practice/connect-practice-ledger.ts'
import { syncWorkflow } from '../../apps/local/src/practice/practice-workflows.ts'
import { type OrderOffice, openOffice, stamps, submitOrder } from './support/order-office.ts'
import { stackUrl } from './support/stack.ts'

/** The site and the office approve at the same time; when both have, a date that is over, then the ledger. */
function branchedWorkflow(connection: PracticeConnection): Graph {
  const { steps, edges } = syncWorkflow(connection)
  const { s_approve: approval, ...others } = steps
  if (approval === undefined) throw new RangeError('The practice workflow has no approval.')
  const site: Step = {
    ...approval,
    name: 'Site agrees',
    config: { ...approval.config, final: false },
    position: { x: -180, y: 320 },
  }
  const edge = (id: string, from: [string, string], to: string) => ({
    id: `e_${id}`,
    from: { step: from[0], outlet: from[1] },
    to,
  })
  return {
    steps: {
      ...others,
      s_split1: {
        kind: 'parallel',
        name: 'Both at once',
        config: { branches: 2 },
        position: { x: 0, y: 160 },
      },
      s_site01: site,
      s_office1: { ...approval, name: 'Office agrees', position: { x: 180, y: 320 } },
      s_join01: { kind: 'join', name: 'Both agreed', config: {}, position: { x: 0, y: 480 } },
      s_wait01: {
        kind: 'wait',
        name: 'Not before spring',
        config: { until: 'date', date: '2024-03-01', time: '09:00' },
        position: { x: 0, y: 640 },
      },
    },
    edges: [
      ...edges.filter(({ from, to }) => from.step !== 's_approve' && to !== 's_approve'),
      edge('split001', ['s_submit1', 'next'], 's_split1'),
      edge('site0001', ['s_split1', 'branch-1'], 's_site01'),
      edge('office01', ['s_split1', 'branch-2'], 's_office1'),
      edge('meets001', ['s_site01', 'approved'], 's_join01'),
      edge('meets002', ['s_office1', 'approved'], 's_join01'),
      edge('rests001', ['s_join01', 'next'], 's_wait01'),
      edge('sends001', ['s_wait01', 'next'], 's_ledger1'),
    ],
  }
}

test.describe
  .serial('Branches run at the same time and meet, a run waits, is paused and replayed', () => {
    let office: OrderOffice
    let orderUrl: string

    test.beforeAll(async ({ browser }) => {
      office = await openOffice(browser, {
        name: 'Branching Out',
        graph: branchedWorkflow,
        roles: ['admin', 'field', 'approver'],
      })
    })
    test.afterAll(() => office?.close())

    const slider = (page: Page) => page.getByRole('dialog', { name: /^Configure / })
    const card = (page: Page, id: string) => page.locator(`.react-flow__node[data-id="${id}"]`)

    test('the slider of Parallel gives it branches, that of Wait says how long, a sync how it is tried again', async () => {
      const page = office.page('admin')
      await page.goto(`${stackUrl}/forms/${office.company.form.id}/workflow`)
      await card(page, 's_split1').dblclick()
      await slider(page).getByText('3', { exact: true }).click()
      await expect(card(page, 's_split1')).toContainText('3 branches at the same time')
      await page.keyboard.press('Control+z')
      await expect(card(page, 's_split1')).toContainText('2 branches at the same time')
      await card(page, 's_wait01').dblclick()
      await slider(page).getByRole('radio', { name: 'For some time' }).check()
      await expect(card(page, 's_wait01')).toContainText('For 1 day')
      await page.keyboard.press('Control+z')
      await expect(card(page, 's_wait01')).toContainText('Until 2024-03-01, 09:00')
      await card(page, 's_ledger1').dblclick()
      await expect(slider(page).getByText('Tried again after 0:30, 2:00, 8:00.')).toBeVisible()
    })

    test('both branches wait for their own approval, and the order is sent once both have it', async () => {
      const field = office.page('field')
      const approver = office.page('approver')
      orderUrl = await submitOrder(field, {
        formId: office.company.form.id,
        vendor: 'Cascade Lumber Supply',
        lines: [{ material: '2x4x8 Stud', quantity: '12' }],
      })
      await expect(stamps(field, 'approval-asked')).toHaveCount(2)
      for (const approvals of [1, 2]) {
        await approver.goto(orderUrl)
        await approver.getByRole('link', { name: 'Open the task' }).first().click()
        await approver.waitForURL(/\/tasks\//)
        await approver.getByRole('button', { name: 'Approve' }).click()
        await approver.waitForURL(/\/tasks$/)
        await expect(stamps(field, 'approved')).toHaveCount(approvals)
      }
      await expect(stamps(field, 'document-created')).toHaveCount(1)
      expect(await office.orders()).toHaveLength(1)
    })

    test('a replay says that the document is there already, and makes no second one', async () => {
      const admin = office.page('admin')
      await admin.goto(orderUrl)
      await admin.getByRole('tab', { name: 'Run' }).click()
      await expect(admin.getByText('Arrived, waits for the others')).toHaveCount(2)
      await admin.getByRole('button', { name: 'Replay…' }).click()
      const drawer = admin.getByRole('dialog', { name: 'Replay the workflow' })
      await expect(drawer.getByText(/^Skip: already there as #/)).toBeVisible()
      await drawer.getByRole('combobox', { name: 'From the step' }).click()
      await admin.getByRole('option', { name: 'Not before spring' }).click()
      await drawer.getByRole('button', { name: 'Replay', exact: true }).click()
      await admin.getByRole('tab', { name: 'Timeline' }).click()
      await expect(stamps(admin, 'replayed')).toContainText('Not before spring')
      await expect(stamps(admin, 'document-unchanged')).toHaveCount(1)
      expect(await office.orders()).toHaveLength(1)
    })

    test('a paused run asks nobody until it is resumed', async () => {
      const field = office.page('field')
      const admin = office.page('admin')
      const url = await submitOrder(field, {
        formId: office.company.form.id,
        vendor: 'Cascade Lumber Supply',
        lines: [{ material: '2x4x8 Stud', quantity: '3' }],
      })
      await expect(stamps(field, 'approval-asked')).toHaveCount(2)
      await admin.goto(url)
      await admin.getByRole('tab', { name: 'Run' }).click()
      await admin.getByRole('button', { name: 'Pause' }).click()
      await expect(admin.getByText('Paused', { exact: true })).toBeVisible()
      await admin.getByRole('button', { name: 'Resume' }).click()
      await expect(admin.getByText('Under way', { exact: true })).toBeVisible()
      await expect(stamps(field, 'run-resumed')).toHaveCount(1)
    })
  })
