// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { CureProblem } from '../pages/tasks/cure-problem.tsx'
import { approvedOrder } from '../testing/approved-order.ts'
import { serveAnswers } from '../testing/serve-answers.ts'
import { fieldUser, showPage } from '../testing/show-page.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const bookkeeper = {
  ...fieldUser,
  permissions: [...fieldUser.permissions, 'effect.resolve' as const, 'document.send' as const],
}
const there = {
  ...{ connectionId: 'c1', remoteId: '77', label: 'Bill', number: 'INV-7', vendor: 'Acme' },
  ...{ date: '2026-11-02', total: '21.00 USD', url: 'https://books.example/77', refused: 0 },
  differences: 'Net total: 20.00 USD here, 21.00 USD there',
}

/** What was asked of the server: method, path, body. */
function show(params: object, more: { cure?: string; effectId?: string } = { effectId: 'e1' }) {
  const asked: unknown[] = []
  serveAnswers(({ method, path, body }) => {
    if (method === 'POST') asked.push([path, body])
    return {}
  })
  const problem = { code: 'document-there', severity: 'error' as const, message: '', cure: 'link-document' }
  const problems = [
    { ...problem, ...(more.cure === undefined ? {} : { cure: more.cure }), params: { ...params } },
  ]
  const { effectId } = more
  showPage(
    <CureProblem
      problems={problems}
      submission={approvedOrder}
      effectId={effectId}
      onCured={() => undefined}
    />,
    { me: bookkeeper },
  )
  return asked
}

test('what bears the number there is shown with its differences, and linked', async () => {
  const asked = show(there)
  expect(screen.getByText(/^Bill INV-7 · Acme · .*2026 · 21.00 USD$/)).toBeTruthy()
  expect(screen.getByText('Net total: 20.00 USD here, 21.00 USD there')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Open it there' }).getAttribute('href')).toBe(there.url)
  await userEvent.click(screen.getByRole('button', { name: 'Link the document that is there' }))
  await waitFor(() => expect(asked).toHaveLength(1))
  expect(asked[0]).toEqual([
    expect.stringContaining('/effects/e1/resolve'),
    { how: 'link-existing', remoteId: '77' },
  ])
})

test('ours is sent beside it once somebody says why; a number that is refused is changed on the form', async () => {
  const asked = show(there)
  const send = screen.getByRole<HTMLButtonElement>('button', { name: 'Ours is another one: send it' })
  expect(send.disabled).toBe(true)
  await userEvent.type(screen.getByRole('textbox', { name: /Why is ours another one/ }), 'Of last year')
  await userEvent.click(send)
  await waitFor(() => expect(asked).toHaveLength(1))
  expect(asked[0]).toEqual([
    expect.stringContaining('/effects/e1/resolve'),
    { how: 'send-beside', remoteId: '77', reason: 'Of last year' },
  ])
  cleanup()
  show({ ...there, refused: 1 })
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.getByRole('link', { name: 'Give this form another number' }).getAttribute('href')).toMatch(
    /\/revise$/,
  )
})

test('before anything is sent it is shown and decided later', () => {
  show(there, {})
  expect(screen.getByText(/is asked once the form is to be sent/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Link|Ours/ })).toBeNull()
})

test('an order that never arrived is sent from the form that waits for it', async () => {
  const asked = show({ orderId: 's9', connectionId: 'c1' }, { cure: 'send-order' })
  await userEvent.click(screen.getByRole('button', { name: 'Send the order first' }))
  await waitFor(() => expect(asked).toHaveLength(1))
  expect(asked[0]).toEqual([expect.stringContaining('/submissions/s9/send'), { connectionId: 'c1' }])
})
