import { expect, test } from '@playwright/test'
import { makeCompany } from '../support/make-company.ts'
import { mailedDecision } from './support/mailed-decision.ts'
import { expectNoSidewaysScroll, signedIn } from './support/person.ts'
import { stackUrl } from './support/stack.ts'
import { stackPlace } from './support/stack-place.ts'

test('An admin invites somebody, who opens the link on a phone, joins and is at work; the link is good once', async ({
  browser,
}) => {
  const company = await makeCompany({ stack: stackPlace(), name: 'Inviting' })
  const { email: adminEmail } = company.people.admin
  const admin = await signedIn(browser, {
    email: adminEmail,
    password: company.password,
    company: company.name,
  })
  const { page } = admin
  const email = `ann.${company.id.slice(-6)}@test.example`
  await page.goto(`${stackUrl}/people`)
  await page.getByRole('button', { name: 'Invite someone' }).click()
  const drawer = page.getByRole('dialog', { name: 'Invite someone' })
  await drawer.getByLabel('E-mail').fill(email)
  await drawer.getByRole('button', { name: 'Send the invitation' }).click()
  const link = (await drawer.getByText('/invitation/').textContent()) ?? ''
  expect(link).toContain('/invitation/')
  const path = new URL(link).pathname
  await expect(drawer.getByRole('button', { name: 'Copy the link' })).toBeVisible()
  const other = `bob.${company.id.slice(-6)}@test.example`
  await drawer.getByLabel('E-mail').fill(other)
  await drawer.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(drawer.getByRole('status')).toContainText(other)
  await page.keyboard.press('Escape')
  await page.getByRole('row', { name: new RegExp(other) }).click()
  const opened = page.getByRole('dialog', { name: other })
  await opened.getByRole('button', { name: 'Make a new link' }).click()
  await expect(opened.getByText('/invitation/')).toBeVisible()
  await opened.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByRole('row', { name: new RegExp(other) })).toHaveCount(0)

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
  const guest = await phone.newPage()
  await guest.goto(`${stackUrl}${path}`)
  await expect(guest.getByRole('heading', { name: `Join ${company.name}` })).toBeVisible()
  await expectNoSidewaysScroll(guest)
  await guest.getByLabel('Your name').fill('Ann Abbot')
  await guest.getByLabel('Choose a password').fill('a new secret')
  await guest.getByRole('button', { name: 'Accept the invitation' }).click()
  await expect(guest.getByRole('banner')).toBeVisible()
  await expect(guest.getByText(company.name).first()).toBeVisible()

  await page.reload()
  await expect(page.getByRole('row', { name: /Ann Abbot/ })).toContainText('Field staff')
  await guest.goto(`${stackUrl}${path}`)
  await expect(guest.getByRole('button', { name: 'Try again' })).toHaveCount(0)
  await expect(guest.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await expect(guest.getByRole('alert')).toContainText(
    'This invitation was used already, was withdrawn or has run out',
  )
  await Promise.all([phone.close(), admin.context.close()])
})

test('An admin makes an API key that is shown once, a program works with it, and its end is at once', async ({
  browser,
}) => {
  const company = await makeCompany({ stack: stackPlace(), name: 'Keys' })
  const { page, context } = await signedIn(browser, {
    email: company.people.admin.email,
    password: company.password,
    company: company.name,
  })
  await page.goto(`${stackUrl}/api-keys`)
  await page.getByRole('button', { name: 'New API key' }).first().click()
  const drawer = page.getByRole('dialog', { name: 'New API key' })
  await drawer.getByLabel('Name').fill('Warehouse')
  await drawer.getByLabel('Read forms').check()
  await drawer.getByRole('button', { name: 'Make the key' }).click()
  const key = (await drawer.getByTestId('copyable').textContent()) ?? ''
  await drawer.getByRole('button', { name: 'I have copied it' }).click()
  const ask = async (path: string) =>
    (await fetch(`${stackUrl}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } })).status
  expect(await ask('/forms')).toBe(200)
  expect(await ask('/audit')).toBe(403)
  await page.reload()
  const row = page.getByRole('row', { name: /Warehouse/ })
  await expect(row).toContainText('Active')
  await expect(page.getByText(key)).toHaveCount(0)
  await row.click()
  await page.getByRole('button', { name: 'Revoke this key' }).click()
  await expect(row).toContainText('Revoked')
  expect(await ask('/forms')).toBe(401)
  await context.close()
})

test('An approver decides from the mail in two taps, on a phone and without signing in; a second use says who decided', async ({
  browser,
}) => {
  const { company, submissionId, decide: path } = await mailedDecision()
  const field = await company.as('field')
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
  const page = await phone.newPage()
  await page.goto(`${stackUrl}${path}`)
  await expect(page.getByText('Stone & Sons')).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Approve' }).click()
  const decided = page
    .getByRole('status')
    .filter({ hasText: `${company.people.approver.name} approved this` })
  await expect(decided).toBeVisible()
  await page.goto(`${stackUrl}${path}`)
  await expect(decided).toBeVisible()
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0)
  expect((await field.get<{ status: string }>(`/submissions/${submissionId}`)).status).toBe('approved')
  await phone.close()
})
