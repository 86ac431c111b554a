import type { Graph } from '@fieldledger/workflow'
import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import type { PracticeConnection } from '../../../apps/local/src/practice/connect-practice-ledger.ts'
import type { PracticeRole } from '../../../apps/local/src/practice/practice-people.ts'
import { makeSendingCompany, type SendingCompany } from '../../support/make-company.ts'
import type { PurchaseOrderInBooks } from '../../support/practice-ledger.ts'
import { signedIn } from './person.ts'
import { stackUrl } from './stack.ts'
import { stackPlace } from './stack-place.ts'

export interface OrderOffice {
  company: SendingCompany
  /** The page of somebody of that role, in a browser of their own. */
  page(role: PracticeRole): Page
  /** The purchase orders that now stand in the books. */
  orders(): Promise<PurchaseOrderInBooks[]>
  close(): Promise<void>
}

/** A connected company with its people signed in, each in a browser of their own. */
export async function openOffice(
  browser: Browser,
  made: {
    name: string
    graph: (connection: PracticeConnection) => Graph
    roles: PracticeRole[]
    provider?: string
  },
): Promise<OrderOffice> {
  const { roles, ...sending } = made
  const company = await makeSendingCompany({ stack: stackPlace(), ...sending })
  const people = new Map<PracticeRole, Awaited<ReturnType<typeof signedIn>>>()
  for (const role of roles) {
    const { email } = company.people[role]
    people.set(role, await signedIn(browser, { email, password: company.password, company: company.name }))
  }
  return {
    company,
    page(role) {
      const person = people.get(role)
      if (person === undefined) throw new NotInOffice(role)
      return person.page
    },
    orders: async () => (await company.ledger.books(company.realm)).entities.PurchaseOrder,
    close: async () => {
      await Promise.all([...people.values()].map(({ context }) => context.close()))
    },
  }
}

/** Fills in the purchase order as the field does, submits it, and answers where it is. */
export async function submitOrder(
  page: Page,
  order: {
    formId: string
    vendor?: string
    propose?: string
    lines: OrderLine[]
    memo?: string
    dueDate?: string
  },
): Promise<string> {
  await page.goto(`${stackUrl}/my-forms/${order.formId}`)
  if (order.vendor !== undefined) await pick(page, { into: page.getByLabel(/^Vendor/), text: order.vendor })
  if (order.propose !== undefined) {
    await page.getByRole('button', { name: /Propose a vendor/ }).click()
    const drawer = page.getByRole('dialog', { name: 'Propose a vendor' })
    await drawer.getByLabel(/^Name/).fill(order.propose)
    await drawer.getByRole('button', { name: 'Use this vendor' }).click()
  }
  for (const [at, line] of order.lines.entries()) {
    const group = page.getByRole('group', { name: `Line ${at + 1}`, exact: true })
    if (at > 0) await page.getByRole('button', { name: 'Add a line' }).click()
    const priced = line.unitPrice !== undefined
    await pick(page, { into: group.getByLabel('Material'), text: line.material, asText: priced })
    await group.getByLabel('Quantity').fill(line.quantity)
    if (line.unitPrice !== undefined) await group.getByLabel('Unit price').fill(line.unitPrice)
  }
  if (order.memo !== undefined) await page.getByLabel('Memo').fill(order.memo)
  if (order.dueDate !== undefined) await page.getByLabel('Due date').fill(order.dueDate)
  await page.getByRole('button', { name: 'Submit', exact: true }).click()
  await page.waitForURL(/\/submissions\/[^/]+$/)
  await expect(stamps(page, 'submitted')).toHaveCount(1)
  return page.url()
}

export interface OrderLine {
  material: string
  quantity: string
  unitPrice?: string
}

async function pick(page: Page, choice: { into: Locator; text: string; asText?: boolean }): Promise<void> {
  await choice.into.fill(choice.text)
  const offered = page.getByRole('option', { name: choice.text })
  // Until the catalogue is there the text itself is all that is offered, without a price.
  const option = (choice.asText ? offered : offered.filter({ hasNotText: /^Use "/ })).first()
  // For a moment the list stands at the top of the page, before it has its place: clicked there, the browser would scroll
  // up to it, away from its field, and a list whose field is out of sight is hidden.
  await expect(option).toBeInViewport()
  await option.click()
}

/** Opens the task about an order from its own page. */
export async function openTask(page: Page, orderUrl: string): Promise<void> {
  await page.goto(orderUrl)
  await page.getByRole('link', { name: 'Open the task' }).click()
  await page.waitForURL(/\/tasks\//)
}

export async function approve(page: Page, orderUrl: string): Promise<void> {
  await openTask(page, orderUrl)
  await page.getByRole('button', { name: 'Approve' }).click()
  await page.waitForURL(/\/tasks$/)
}

/** Changes the quantity of the first line and submits the revision. */
export async function reviseQuantity(page: Page, quantity: string): Promise<void> {
  await page.waitForURL(/\/revise$/)
  await page.getByRole('group', { name: 'Line 1', exact: true }).getByLabel('Quantity').fill(quantity)
  await page.getByRole('button', { name: 'Submit revision' }).click()
  await page.waitForURL(/\/submissions\/[^/]+$/)
}

/** The timeline's entries of one kind. */
export function stamps(page: Page, code: string): Locator {
  return page.getByRole('list', { name: 'Timeline' }).locator(`li[data-code="${code}"]`)
}

class NotInOffice extends Error {
  readonly code = 'not-in-office'
  readonly retryable = false

  constructor(role: string) {
    super(`Nobody of role ${role} is signed in: add it to the roles of the office.`)
    this.name = 'NotInOffice'
  }
}
