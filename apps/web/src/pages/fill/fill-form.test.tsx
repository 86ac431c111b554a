// @vitest-environment jsdom
import type { SubmitRequest } from '@fieldledger/contract'
import { createFormValidator } from '@fieldledger/forms/validator'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { draftStore } from '../../filling/drafts/draft-store.ts'
import { FilledForm } from '../../filling/filled-form.tsx'
import { approvedOrder } from '../../testing/approved-order.ts'
import { orderForm, orderVendors } from '../../testing/order-form.ts'
import { serveAnswers } from '../../testing/serve-answers.ts'
import { showPage } from '../../testing/show-page.tsx'
import { FillForm } from './fill-form.tsx'

// Typing key by key through a whole form takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const owner = { companyId: 'company-1', personId: 'person-1' }

beforeEach(async () => {
  for (const { id } of await draftStore.list(owner)) await draftStore.forget(id)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** Whoever types slowly asks for a preflight in between, which is a POST too. */
const isSubmit = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path === '/forms/form-1/submissions'

const page = <FillForm formId="form-1" version={3} content={orderForm} />

async function fillInOrder(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByLabelText(/^Vendor/))
  await user.paste('Hartman elecric')
  await user.click(await screen.findByRole('option', { name: /Hartmann/ }))
  await user.type(screen.getByLabelText(/^Site/), 'Pier 7')
  const line = within(screen.getByRole('group', { name: 'Line 1' }))
  await user.type(line.getByLabelText('Material'), 'Cable')
  await user.tab()
  await user.clear(line.getByLabelText('Quantity'))
  await user.type(line.getByLabelText('Quantity'), '4')
  await user.type(line.getByLabelText('Unit price'), '189.50')
}

test('the total runs along while lines are typed, and the request carries what was seen', async () => {
  const asked = serveAnswers(({ path }) => (path.startsWith('/vendors') ? { rows: orderVendors } : undefined))
  const user = userEvent.setup()
  showPage(page)
  await fillInOrder(user)
  expect(screen.getByTestId('running-total').textContent).toContain('$758.00')
  await user.click(screen.getByRole('button', { name: 'Submit' }))
  await waitFor(() => expect(asked.some(isSubmit)).toBe(true))
  expect(asked.find(isSubmit)?.body).toMatchObject({
    formVersion: 3,
    values: {
      f_vendor01: ['v1'],
      f_site0001: 'Pier 7',
      f_lines001: [{ description: 'Cable', quantity: '4', unitPrice: '189.5', amount: { minor: 75800 } }],
    },
  })
  await waitFor(async () => expect(await draftStore.list(owner)).toEqual([]))
})

test('what would stop the form is said while it is filled in: what can be mended here, and what the office settles', async () => {
  const problems = [
    { code: 'period-closed', severity: 'error', cure: 'edit-form', message: 'The books are closed.' },
    { code: 'vendor-not-linked', severity: 'error', cure: 'link-vendor', message: 'It is not linked.' },
  ]
  const ledger = { connectionId: 'c1', connectionName: 'Books', providerLabel: 'Some Ledger', problems }
  const asked = serveAnswers(({ path }) => (path.endsWith('/preflight') ? { rows: [ledger] } : undefined))
  const user = userEvent.setup()
  showPage(page)
  await user.type(await screen.findByLabelText(/^Site/), 'Gate 3')
  expect(await screen.findByText('The books are closed.', {}, { timeout: 10_000 })).toBeTruthy()
  expect(screen.getByText('Some Ledger would not take it as it is:')).toBeTruthy()
  expect(screen.getByText(/You can submit it\. The office settles this/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Submit' })).toHaveProperty('disabled', false)
  const questions = asked.filter(({ path }) => path === '/forms/form-1/preflight')
  expect(questions.at(-1)?.body).toMatchObject({ formVersion: 3, values: { f_site0001: 'Gate 3' } })
})

test('G-02 a vendor that a line names and the list has not is proposed once, for every line that names it', async () => {
  const asked = serveAnswers(({ path }) => (path.startsWith('/vendors') ? { rows: orderVendors } : undefined))
  const user = userEvent.setup()
  const fields = orderForm.fields.flatMap((field) =>
    field.kind === 'material-table' ? [{ ...field, columns: { ...field.columns, vendor: true } }] : [],
  )
  showPage(<FillForm formId="form-1" version={3} content={{ ...orderForm, fields }} />)
  for (const [number, name] of ['Seawall Stone', 'seawall stone'].entries()) {
    if (number > 0) await user.click(screen.getByRole('button', { name: 'Add a line' }))
    const line = within(await screen.findByRole('group', { name: `Line ${number + 1}` }))
    await user.type(line.getByLabelText('Material'), 'Riprap')
    await user.click(line.getByLabelText('Vendor'))
    await user.paste(name)
    await user.click(await screen.findByRole('option', { name: `Propose "${name}" as a new vendor` }))
    expect(line.getByDisplayValue('Seawall Stone (proposed)')).toBeTruthy()
  }
  await user.click(screen.getByRole('button', { name: 'Submit' }))
  await waitFor(() => expect(asked.some(isSubmit)).toBe(true))
  const { values, proposedVendors } = (asked.find(isSubmit) ?? { body: {} }).body as SubmitRequest
  expect(proposedVendors).toMatchObject([{ name: 'Seawall Stone' }])
  const vendorId = proposedVendors?.[0]?.id
  expect(values).toMatchObject({ f_lines001: [{ vendorId }, { vendorId }] })
})

test('a draft is there again after the tab was killed', async () => {
  serveAnswers(() => undefined)
  const user = userEvent.setup()
  const { unmount } = showPage(page)
  await user.type(await screen.findByLabelText(/^Site/), 'Gate 3')
  const [kept] = await draftStore.list(owner)
  unmount()
  showPage(page)
  expect(await screen.findByDisplayValue('Gate 3')).toBeTruthy()
  expect((await draftStore.list(owner))[0]?.id).toBe(kept?.id)
})

test('a lost answer and a second tap send the same form again, never another one; before it is lost nothing is called so', async () => {
  let answers = 0
  let lose: () => void = () => undefined
  const asked = serveAnswers((request) => {
    if (request.path.startsWith('/vendors')) return { rows: orderVendors }
    if (!isSubmit(request)) return undefined
    answers += 1
    if (answers > 1) return {}
    return new Promise((_, reject) => {
      lose = () => reject(new TypeError('network'))
    })
  })
  const user = userEvent.setup()
  showPage(page)
  await fillInOrder(user)
  await user.click(screen.getByRole('button', { name: 'Submit' }))
  await waitFor(() => expect(answers).toBe(1))
  expect(screen.queryByText(/there was no connection/)).toBeNull()
  expect(screen.queryByRole('button', { name: 'Send again' })).toBeNull()
  lose()
  expect(await screen.findByText(/cannot be reached/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Send again' }))
  await waitFor(() => expect(asked.filter(isSubmit)).toHaveLength(2))
  const ids = asked.filter(isSubmit).map(({ body }) => (body as { id: string }).id)
  expect(new Set(ids).size).toBe(1)
})

test('what the server refuses stands beside its field, and the first one gets the cursor', async () => {
  serveAnswers((request) =>
    isSubmit(request)
      ? Response.json(
          {
            type: 'about:blank',
            title: 'Refused',
            status: 422,
            code: 'submission-refused',
            detail: 'The form was refused.',
            errors: [{ path: 'f_site0001', code: 'too-long', message: '"Site" is too long: shorten it.' }],
          },
          { status: 422 },
        )
      : undefined,
  )
  const user = userEvent.setup()
  showPage(page)
  await user.type(await screen.findByLabelText(/^Site/), 'x')
  await user.click(screen.getByRole('button', { name: 'Submit' }))
  const site = await screen.findByLabelText(/^Site/)
  await screen.findByText('"Site" is too long: shorten it.')
  expect(site.getAttribute('aria-invalid')).toBe('true')
  await waitFor(() => expect(document.activeElement).toBe(site))
})

test('the browser says the server’s own sentences before anything is sent, and keeps what was typed', async () => {
  serveAnswers(() => undefined)
  const user = userEvent.setup()
  const submit = vi.fn(async () => undefined)
  const line = { id: 'r1', description: 'Cable', quantity: '1', unitPrice: '2' }
  showPage(
    <FilledForm
      formId="form-1"
      content={orderForm}
      currency="USD"
      values={{ f_lines001: [line] }}
      proposedVendors={[]}
      validate={createFormValidator(orderForm)}
      submitLabel="Submit"
      onChange={() => undefined}
      onPropose={() => undefined}
      onSubmit={submit}
    />,
  )
  await user.click(screen.getByRole('button', { name: 'Submit' }))
  expect(await screen.findByText('Fill in "Vendor".')).toBeTruthy()
  expect(screen.getByText('Fill in "Site".')).toBeTruthy()
  expect(screen.getByDisplayValue('Cable')).toBeTruthy()
  expect(submit).not.toHaveBeenCalled()
})

test('a field shows only while its condition holds', async () => {
  serveAnswers(() => undefined)
  const user = userEvent.setup()
  showPage(page)
  await screen.findByLabelText(/^Site/)
  expect(screen.queryByLabelText('Why urgent')).toBeNull()
  await user.click(screen.getByRole('radio', { name: 'Yes' }))
  expect(await screen.findByLabelText('Why urgent')).toBeTruthy()
})

test('a receipt says which order it is for, and leads back to it', async () => {
  serveAnswers(({ path }) => (path === '/submissions/s1' ? approvedOrder : { rows: [] }))
  showPage(<FillForm formId="form-1" version={3} content={orderForm} from={{ id: 's1', values: {} }} />)
  const back = await screen.findByRole('link', { name: 'For PO-2026-0041' })
  expect(back.getAttribute('href')).toBe('/submissions/s1')
})
