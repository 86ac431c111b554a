// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { serveAnswers } from '../../testing/serve-answers.ts'
import { fieldUser, showPage } from '../../testing/show-page.tsx'
import { AttentionTab } from './attention-tab.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const entry = {
  number: 'PO-1',
  formName: 'Order',
  vendorName: 'Acme',
  total: { minor: 100, currency: 'USD' },
  since: '2026-11-26T12:00:00.000Z',
  message: 'The period is closed: open it, then try again.',
}
const group = {
  cause: entry.message,
  code: 'period-closed',
  entries: [
    { ...entry, submissionId: 's1', runId: 'r1' },
    { ...entry, submissionId: 's2', runId: 'r2' },
  ],
}
const removed = { ...group, cause: 'It was removed there.', code: 'document-removed' }
const bookkeeper = { ...fieldUser, permissions: [...fieldUser.permissions, 'run.manage' as const] }

test('one click tries again whatever one cause holds, and says what is left', async () => {
  const asked = serveAnswers(({ path }) =>
    path === '/needs-attention/retry' ? { tried: 1, left: 1 } : { rows: [group, removed] },
  )
  showPage(<AttentionTab />, { me: bookkeeper })
  const buttons = await screen.findAllByRole('button', { name: 'Try all 2 again' })
  // What was removed there is not made again in one click: each form asks.
  expect(buttons).toHaveLength(1)
  await userEvent.click(buttons[0] as HTMLElement)
  expect(await screen.findByText('Trying 1 again; 1 wait for you below.')).toBeDefined()
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ code: 'period-closed' })
})

test('whoever may not manage runs sees the causes without the button', async () => {
  serveAnswers(() => ({ rows: [group] }))
  showPage(<AttentionTab />)
  expect(await screen.findByText('2 documents')).toBeDefined()
  expect(screen.queryByRole('button', { name: /Try all/ })).toBeNull()
})
