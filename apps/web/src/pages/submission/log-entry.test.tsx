// @vitest-environment jsdom
import type { AttentionGroup, SyncLogEntry } from '@fieldledger/contract'
import { Accordion } from '@mantine/core'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { serveAnswers } from '../../testing/serve-answers.ts'
import { fieldUser, showPage } from '../../testing/show-page.tsx'
import { LogEntry } from './log-entry.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const entry: SyncLogEntry = {
  id: 'j1',
  at: '2026-11-28T12:00:00.000Z',
  submissionId: 's1',
  submissionNumber: 'PO-1',
  effectId: 'e1',
  providerLabel: 'The Ledger',
  title: 'Send the document',
  status: 'failure',
  message: 'The period is closed.',
  request: {},
  answer: null,
  durationMs: 12,
  attempt: 1,
  asked: { text: 'Bo Books', first: 'Workflow “Orders”, step “Send”', runId: 'r1' },
}
const group: AttentionGroup = {
  key: 'period-closed',
  cause: 'The period is closed.',
  code: 'period-closed',
  problems: [],
  count: 50,
  entries: [
    {
      submissionId: 's1',
      number: 'PO-1',
      formName: 'Order',
      vendorName: null,
      total: { minor: 100, currency: 'USD' },
      since: entry.at,
      message: 'The period is closed: open it.',
      effectId: 'e1',
    },
  ],
}
const bookkeeper = { ...fieldUser, permissions: [...fieldUser.permissions, 'run.manage' as const] }

async function open(shown: SyncLogEntry, { me = bookkeeper, held = [group] } = {}) {
  const asked = serveAnswers(({ method }) => (method === 'POST' ? {} : { rows: held }))
  showPage(
    <Accordion keepMounted={false}>
      <LogEntry entry={shown} />
    </Accordion>,
    { me },
  )
  await userEvent.click(screen.getByRole('button', { name: /Send the document/ }))
  return asked
}

test('beside a refusal stands who had it sent, what holds the form now, and the cure for all that it holds', async () => {
  const asked = await open(entry)
  expect(screen.getByRole('button', { name: /Send the document/ }).textContent).toContain('Bo Books')
  expect(await screen.findByText(/First asked for by: Workflow “Orders”, step “Send”/)).toBeDefined()
  expect(screen.getByRole('link', { name: 'Open the run' }).getAttribute('href')).toBe(
    '/submissions/s1?tab=run',
  )
  expect(await screen.findByText('The period is closed: open it.')).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Try all 50 again' }))
  expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
    path: '/needs-attention/retry',
    body: { cause: 'period-closed' },
  })
})

test('whoever may not cure it reads who may; what went on since says so, and old rows name nobody', async () => {
  await open(entry, { me: fieldUser })
  expect(await screen.findByText(/can be done by an admin or a bookkeeper/)).toBeDefined()
  cleanup()
  await open({ ...entry, asked: null }, { held: [] })
  expect(await screen.findByText('Nothing holds this form any more.')).toBeDefined()
  expect(screen.queryByText(/Asked for by/)).toBeNull()
})

test('an exchange that came well asks nothing of what is held', async () => {
  const asked = await open({ ...entry, status: 'success' })
  expect(asked).toEqual([])
})
