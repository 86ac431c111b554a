import type { AttentionGroup, Page as Rows } from '@fieldledger/contract'
import { expect, test } from '@playwright/test'
import { v7 } from 'uuid'
import { orderFields } from '../../apps/local/src/practice/practice-forms.ts'
import { sendAtOnce } from '../support/graphs.ts'
import { findNamed, orderValues } from '../support/purchase-order.ts'
import { until } from '../support/until.ts'
import { type OrderOffice, openOffice } from './support/order-office.ts'
import { stackUrl } from './support/stack.ts'

const each = 12
/** Where it was asked too often, as on a slow machine, the ledger is left alone for a minute. */
const longestMs = 150_000
const newVendors = ['Foss River Concrete', 'Tideflats Rigging']

test.describe
  .serial('Sixty documents that failed for five causes are cleared by five cures', () => {
    let office: OrderOffice

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(400_000)
      office = await openOffice(browser, {
        name: 'Sixty Orders',
        graph: sendAtOnce,
        roles: ['bookkeeper'],
      })
      await failSixty(office)
    })
    test.afterAll(() => office?.close())

    test('the inbox shows five causes with twelve documents each, in plain words', async () => {
      const page = office.page('bookkeeper')
      await page.goto(`${stackUrl}/sync/attention`)
      await expect(page.getByText(`${each} documents`, { exact: true })).toHaveCount(5)
      expect(await office.orders()).toHaveLength(0)
    })

    test('each cause is cured once, and all sixty arrive, each once', async () => {
      test.setTimeout(400_000)
      const page = office.page('bookkeeper')
      const { ledger, realm } = office.company
      let cures = 0
      await ledger.endSubscription(realm, false)
      const subscription = page.getByRole('region', { name: /subscription/ })
      await expect(subscription.getByRole('link', { name: 'What this means and what to do' })).toBeVisible()
      await subscription.getByRole('button', { name: `Try all ${each} again` }).click()
      cures += 1

      await setItemActive(office, true)
      const inactive = page.getByRole('region', { name: /inactive in QuickBooks/ })
      await inactive.getByRole('button', { name: `Try all ${each} again` }).click()
      cures += 1

      for (const name of newVendors) {
        const cause = page.getByRole('region', { name: new RegExp(name) })
        await cause.getByRole('button', { name: `Cure all ${each}` }).click()
        await page
          .getByRole('dialog')
          .getByRole('button', { name: `Create "${name}"` })
          .click()
        await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
        cures += 1
        await expect(cause).toHaveCount(0, { timeout: longestMs })
      }

      const account = page.getByRole('region', { name: /account/i }).filter({ hasText: `Cure all ${each}` })
      await account.getByRole('button', { name: `Cure all ${each}` }).click()
      const picker = page.getByRole('dialog').getByRole('combobox', { name: 'Account' })
      await picker.fill('Job Materials')
      await page
        .getByRole('option', { name: /Job Materials/ })
        .first()
        .click()
      await page.getByRole('dialog').getByRole('button', { name: 'Use this account' }).click()
      cures += 1

      await until({ what: 'all sixty are in the books', withinMs: 180_000 }, async () => {
        const orders = await office.orders()
        return orders.length >= 5 * each
      })
      expect(cures).toBe(5)
      const numbers = (await office.orders()).map(({ DocNumber }) => DocNumber)
      expect(new Set(numbers).size).toBe(5 * each)
      await expect(page.getByText('Nothing needs attention')).toBeVisible({ timeout: 60_000 })
    })
  })

/** Two vendors without a link, an inactive item, no account, and at last a subscription that has ended. */
async function failSixty(office: OrderOffice): Promise<void> {
  const { company } = office
  const admin = await company.as('admin')
  const place = `/connections/${company.connection.id}`
  const { rules } = await admin.get<{ rules: Record<string, unknown> }>(place)
  await admin.put(`${place}/settings`, { rules: { ...rules, defaultExpenseAccount: undefined } })
  for (const name of newVendors) await admin.post('/vendors', { name })
  await setItemActive(office, false)

  for (const vendor of newVendors) await submit(office, { vendor, material: '2x4x8 Stud' })
  await submit(office, { vendor: known, material: 'Rebar #4' })
  await submit(office, { vendor: known, material: '2x4x8 Stud', freight: true })
  await waiting(office, 4 * each)
  await company.ledger.endSubscription(company.realm, true)
  await submit(office, { vendor: known, material: '2x4x8 Stud' })
  await waiting(office, 5 * each)
}

const known = 'Cascade Lumber Supply'

async function submit(
  { company }: OrderOffice,
  order: { vendor: string; material: string; freight?: boolean },
): Promise<void> {
  const field = await company.as('field')
  const vendorId = (await findNamed(field, { list: 'vendors', name: order.vendor })).id
  const materialId = (await findNamed(field, { list: 'materials', name: order.material })).id
  for (let quantity = 1; quantity <= each; quantity += 1) {
    const values = orderValues({ vendorId, materialId, quantity })
    const [stud, freight] = Object(values)[orderFields.materials]
    await field.post(`/forms/${company.form.id}/submissions`, {
      id: v7(),
      formVersion: company.form.version,
      values: { ...values, [orderFields.materials]: order.freight ? [stud, freight] : [stud] },
    })
  }
}

async function setItemActive({ company }: OrderOffice, Active: boolean): Promise<void> {
  const { ledger, realm } = company
  const { entities } = await ledger.books(realm)
  const item = entities.Item.find(({ Name }) => Name === 'Rebar #4')
  await ledger.change({ realm, entity: 'item', id: item?.Id ?? '' }, { Active })
}

async function waiting({ company }: OrderOffice, documents: number): Promise<void> {
  const bookkeeper = await company.as('bookkeeper')
  const open = async () => {
    const { rows } = await bookkeeper.get<Rows<AttentionGroup>>('/needs-attention')
    return rows.reduce((sum, { entries }) => sum + entries.length, 0)
  }
  await expect.poll(open, { timeout: 180_000, message: 'documents that need attention' }).toBe(documents)
}
