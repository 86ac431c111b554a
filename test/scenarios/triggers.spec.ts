import type { Graph, Step } from '@fieldledger/workflow'
import { expect, type Page, test } from '@playwright/test'
import { approvalWorkflow, syncWorkflow } from '../../apps/local/src/practice/practice-workflows.ts'
import { signedHeaders } from '../support/signed-headers.ts'
import { type OrderOffice, openOffice, stamps, submitOrder } from './support/order-office.ts'
import { stackUrl } from './support/stack.ts'

const shown = { 'x-fieldledger-csrf': '1' }

/** A further workflow of the form: started like this, it sends. */
async function sendingWorkflow(
  page: Page,
  made: { formId: string; trigger: string; name: string; sync: Step },
) {
  const ask = async (path: string, data: unknown, method = 'POST') => {
    const answer = await page.request.fetch(`${stackUrl}/api/v1${path}`, { method, data, headers: shown })
    expect(answer.ok(), `${path} answers ${answer.status()} ${await answer.text()}`).toBe(true)
    return (await answer.json()) as { id: string; graph: Graph; revision: number }
  }
  const { formId, trigger, name, sync } = made
  const { id } = await ask(`/forms/${formId}/workflows`, { name, trigger })
  const path = `/forms/${formId}/workflow`
  const draft = await ask(`${path}?workflow=${id}`, undefined, 'GET')
  const [start = ''] = Object.keys(draft.graph.steps)
  const graph: Graph = {
    steps: { ...draft.graph.steps, s_ledger1: { ...sync, position: { x: 0, y: 160 } } },
    edges: [{ id: 'e_sends001', from: { step: start, outlet: 'next' }, to: 's_ledger1' }],
  }
  const { revision } = await ask(`${path}?workflow=${id}`, { graph, revision: draft.revision }, 'PUT')
  await ask(`${path}/publish?workflow=${id}`, { revision })
  return id
}

test.describe
  .serial('Workflows start by another system, by hand, for earlier forms and by the clock', () => {
    let office: OrderOffice
    let sync: Step | undefined
    const numbers: string[] = []

    test.beforeAll(async ({ browser }) => {
      office = await openOffice(browser, {
        name: 'On Demand',
        graph: (connection) => {
          sync = syncWorkflow(connection).steps.s_ledger1
          return approvalWorkflow()
        },
        roles: ['admin', 'field'],
      })
      for (const quantity of ['1', '2']) await order(quantity)
    })
    test.afterAll(() => office?.close())

    async function order(quantity: string): Promise<void> {
      const field = office.page('field')
      await submitOrder(field, {
        formId: office.company.form.id,
        vendor: 'Cascade Lumber Supply',
        lines: [{ material: '2x4x8 Stud', quantity }],
      })
      numbers.push(
        (await field.getByRole('heading', { level: 1 }).textContent())?.match(/[A-Z]+-[\d-]+/)?.[0] ?? '',
      )
    }

    test('a signed message starts the workflow for the order that it names; its delivery stands in the slider', async () => {
      const page = office.page('admin')
      await page.goto(`${stackUrl}/forms/${office.company.form.id}/workflow`)
      await page.getByRole('button', { name: 'Another workflow' }).click()
      const making = page.getByRole('dialog', { name: 'Another workflow' })
      await making.getByLabel(/^Name/).fill('Delivered')
      await making.getByRole('radio', { name: 'Webhook' }).check()
      await making.getByRole('button', { name: 'Make it' }).click()
      await expect(page).toHaveURL(/workflow=/)
      const start = page.locator('.react-flow__node', { hasText: 'Webhook' })
      await start.dblclick()
      const slider = page.getByRole('dialog', { name: /^Configure / })
      await expect(slider.getByText('Nothing has arrived yet')).toBeVisible()
      await slider.getByRole('button', { name: 'Make the secret' }).click()
      const secret = (await slider.getByTestId('hook-secret').textContent()) ?? ''
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Publish', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await start.dblclick()
      const address = new URL(((await slider.getByTestId('hook-address').textContent()) ?? '').trim())
      const send = (signedBy: string) =>
        sendMessage(`${stackUrl}${address.pathname}`, signedBy, numbers[0] ?? '')
      expect([await send(secret), await send('whsec_AAAA')]).toEqual([202, 401])
      await expect(slider.getByText('Started', { exact: true })).toBeVisible()
      await expect(slider.getByRole('listitem')).toHaveCount(1)
      await slider.getByRole('button', { name: numbers[0] ?? '' }).click()
      await expect(stamps(page, 'message-started')).toHaveCount(1)
    })

    test('chosen orders are run by hand: counted, each once, with a summary', async () => {
      const page = office.page('admin')
      if (sync === undefined) throw new RangeError('The practice workflow does not send.')
      const { id: formId } = office.company.form
      await sendingWorkflow(page, { formId, trigger: 'started-by-hand', name: 'Send now', sync })
      await page.goto(`${stackUrl}/submissions`)
      await page.getByRole('button', { name: 'Choose several' }).click()
      await page.getByRole('button', { name: 'Choose all shown' }).click()
      await expect(page.getByText('2 chosen')).toBeVisible()
      await page.getByRole('button', { name: 'Run a workflow…' }).click()
      const drawer = page.getByRole('dialog', { name: 'Run a workflow for 2 forms' })
      await expect(drawer.getByText('2 forms start.')).toBeVisible()
      await drawer.getByRole('button', { name: 'Start all 2' }).click()
      await page.waitForURL(/\/sync\/batches\//)
      await expect(page.getByText('2 sent')).toBeVisible()
      expect(await office.orders()).toHaveLength(2)
    })

    test('a schedule says when it comes, and is run for earlier orders: what is there already is skipped', async () => {
      const page = office.page('admin')
      if (sync === undefined) throw new RangeError('The practice workflow does not send.')
      const { id: formId } = office.company.form
      await order('3')
      const workflow = await sendingWorkflow(page, { formId, trigger: 'schedule', name: 'Nightly', sync })
      await page.goto(`${stackUrl}/forms/${formId}/workflow?workflow=${workflow}`)
      await expect(page.getByText('Starts next:')).toBeVisible()
      await page.getByRole('button', { name: 'Run for earlier forms…' }).click()
      const drawer = page.getByRole('dialog', { name: 'Run for earlier forms' })
      const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
      await drawer.getByLabel('From').fill(day(-1))
      await drawer.getByLabel('To').fill(day(1))
      await expect(drawer.getByText('No form starts.')).toBeVisible()
      await drawer.getByRole('combobox', { name: 'Document status' }).press('ArrowDown')
      await page.getByRole('option', { name: 'Pending' }).click()
      await drawer.getByText(/^Each form that was submitted/).click()
      await expect(drawer.getByText('3 forms start.')).toBeVisible()
      await drawer.getByRole('button', { name: 'Start all 3' }).click()
      await page.waitForURL(/\/sync\/batches\//)
      await expect(page.getByText('1 sent')).toBeVisible()
      await expect(page.getByText('2 skipped')).toBeVisible()
      expect(await office.orders()).toHaveLength(3)
    })

    test('what happens to an order starts a workflow: a cancelled one is labelled', async () => {
      const page = office.page('admin')
      await page.goto(`${stackUrl}/forms/${office.company.form.id}/workflow`)
      await page.getByRole('button', { name: 'Another workflow' }).click()
      const making = page.getByRole('dialog', { name: 'Another workflow' })
      await making.getByLabel(/^Name/).fill('Given up')
      await making.getByRole('radio', { name: 'Event' }).check()
      await making.getByRole('button', { name: 'Make it' }).click()
      await expect(page).toHaveURL(/workflow=/)
      await page.locator('.react-flow__node', { hasText: 'Event' }).dblclick()
      const slider = page.getByRole('dialog', { name: /^Configure / })
      await slider.getByRole('checkbox', { name: 'Approved' }).uncheck()
      await slider.getByRole('checkbox', { name: 'Cancelled' }).check()
      await page.keyboard.press('Escape')
      await expect(page.getByText('Saved', { exact: true })).toBeVisible()
      await page.getByRole('button', { name: 'Publish', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await page.goto(`${stackUrl}/submissions`)
      await page
        .getByRole('row')
        .filter({ hasText: numbers[1] ?? '' })
        .click()
      await page.getByRole('button', { name: 'Cancel', exact: true }).click()
      const cancelling = page.getByRole('dialog')
      await cancelling.getByLabel('Reason').fill('Another site.')
      await cancelling
        .getByRole('button', { name: /^Cancel/ })
        .last()
        .click()
      await expect(stamps(page, 'event-started')).toHaveCount(1)
    })
  })

async function sendMessage(url: string, secret: string, number: string): Promise<number> {
  const id = crypto.randomUUID()
  const body = JSON.stringify({ number })
  return (await fetch(url, { method: 'POST', headers: signedHeaders({ id, secret, body }), body })).status
}
