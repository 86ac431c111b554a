// @vitest-environment jsdom
import type { AttentionGroup, BatchView } from '@fieldledger/contract'
import { cleanup, screen, waitFor } from '@testing-library/react'
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
const group: AttentionGroup = {
  key: 'period-closed',
  cause: entry.message,
  code: 'period-closed',
  problems: [],
  count: 2,
  entries: [
    { ...entry, submissionId: 's1', runId: 'r1' },
    { ...entry, submissionId: 's2', runId: 'r2' },
  ],
}
const removed = {
  ...group,
  key: 'document-removed',
  cause: 'It was removed there.',
  code: 'document-removed',
}
const edited = { ...group, key: 'edited-in-ledger', cause: 'Changed there.', cure: 'choose-version' }
const differing = { ...group, key: 'document-differs', cause: 'It differs there.', code: 'document-differs' }
const holder = {
  ...group,
  key: 'paused-holds-others',
  cause: 'Its run is paused, and others wait for their turn behind it: resume the run, or stop it.',
  code: 'paused-holds-others',
  count: 1,
  entries: [{ ...entry, submissionId: 's3' }],
}
const unlinked: AttentionGroup = {
  ...group,
  key: 'vendor-not-linked c1 v1',
  cause: '"Acme" is not linked with a vendor in The Ledger: link it.',
  problems: [
    {
      code: 'vendor-not-linked',
      severity: 'error',
      message: '',
      cure: 'link-vendor',
      params: { vendorId: 'v1', vendor: 'Acme', connectionId: 'c1' },
    },
  ],
}
const underWay = {
  id: 'b1',
  formId: null,
  formName: null,
  workflowName: null,
  cause: 'The vendor is not linked.',
  origin: 'cure',
  startedBy: 'Bo',
  startedAt: entry.since,
  finishedAt: null,
  expected: 12,
  counts: { sent: 3, done: 0, failed: 1, skipped: 0, waiting: 0, underWay: 8 },
} satisfies BatchView
const connection = { id: 'c1', name: 'Books', providerLabel: 'The Ledger' }
const bookkeeper = {
  ...fieldUser,
  permissions: [...fieldUser.permissions, 'run.manage' as const, 'connection.read' as const],
}

function serve(groups: readonly AttentionGroup[], batches: readonly BatchView[] = [], held: unknown[] = []) {
  return serveAnswers(({ path, method }) => {
    if (method === 'POST') return {}
    if (path === '/batches') return { rows: batches }
    if (path.startsWith('/needs-attention/documents')) return { rows: held }
    if (path === '/vendors/v1') return { creations: [], links: [] }
    if (path.startsWith('/connections/')) return { rows: [{ id: 'r9', name: 'Acme Inc', active: true }] }
    if (path.startsWith('/connections')) return { rows: [connection] }
    return { rows: path === '/needs-attention' ? groups : [] }
  })
}

test('one click tries again whatever one cause holds; what only a person can choose is not offered it', async () => {
  const asked = serve([group, removed, edited, differing, holder])
  showPage(<AttentionTab />, { me: bookkeeper })
  const buttons = await screen.findAllByRole('button', { name: 'Try all 2 again' })
  // What was removed or changed there is not made again in one click: each form asks.
  expect(buttons).toHaveLength(1)
  expect(screen.getAllByText('Each asks which version stands')).toHaveLength(1)
  expect(screen.getAllByText('Each asks whether it is sent again')).toHaveLength(1)
  expect(
    screen.getAllByText('Each is corrected there, revised here, or kept as it stands there'),
  ).toHaveLength(1)
  expect(screen.getAllByText('Each is resumed or stopped on its own page')).toHaveLength(1)
  await userEvent.click(buttons[0] as HTMLElement)
  expect(await screen.findByText('Trying all 2 again.')).toBeDefined()
  const sent = asked.find(({ path }) => path === '/needs-attention/retry')
  expect(sent?.body).toEqual({ id: expect.any(String), cause: 'period-closed' })
})

test('of a long cause the first documents are shown, so that the next cause is in sight; all on demand', async () => {
  const entries = Array.from({ length: 30 }, (_, at) => ({
    ...entry,
    submissionId: `s${at}`,
    runId: `r${at}`,
  }))
  const asked = serve([{ ...group, entries: entries.slice(0, 20), count: 30 }], [], entries)
  showPage(<AttentionTab />, { me: bookkeeper })
  expect(await screen.findAllByRole('link', { name: 'PO-1' })).toHaveLength(10)
  await userEvent.click(screen.getByRole('button', { name: 'Show all 30' }))
  await waitFor(() => expect(screen.getAllByRole('link', { name: 'PO-1' })).toHaveLength(30))
  expect(asked.map(({ path }) => path)).toContain('/needs-attention/documents?cause=period-closed')
})

test('the smallest form cures the cause for all that it holds, and they are sent at once', async () => {
  const asked = serve([unlinked])
  showPage(<AttentionTab />, { me: bookkeeper })
  await userEvent.click(await screen.findByRole('button', { name: 'Cure all 2' }))
  await userEvent.click(await screen.findByRole('combobox', { name: /The Ledger/ }))
  await userEvent.click(await screen.findByRole('option', { name: /Acme Inc/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Link' }))
  const posts = () => asked.filter(({ method }) => method === 'POST')
  await waitFor(() => expect(posts()).toHaveLength(2))
  expect(posts()).toMatchObject([
    { path: '/vendors/v1/links', body: { remoteId: 'r9' } },
    { path: '/needs-attention/retry', body: { cause: unlinked.key } },
  ])
})

test('what is being tried again says how far it is, and where to look', async () => {
  serve([], [underWay])
  showPage(<AttentionTab />, { me: bookkeeper })
  expect(await screen.findByText('4 of 12')).toBeDefined()
  expect(screen.getByRole('link', { name: underWay.cause }).getAttribute('href')).toBe('/sync/batches/b1')
})

test('whoever may not manage runs sees the causes without the button, and who may', async () => {
  serve([group])
  showPage(<AttentionTab />)
  expect(await screen.findByText('2 documents')).toBeDefined()
  expect(screen.queryByRole('button', { name: /Try all/ })).toBeNull()
  expect(screen.getByText(/can be done by an admin or a bookkeeper/)).toBeDefined()
})

test('a refusal is tried again or not sent; only what is in doubt asks whether it arrived', async () => {
  const refused = { ...entry, submissionId: 's4', effectId: 'e4' }
  const inDoubt = { ...entry, submissionId: 's5', effectId: 'e5', inDoubt: true }
  const asked = serve([{ ...group, entries: [refused, inDoubt] }])
  const permissions = [...bookkeeper.permissions, 'document.send' as const, 'effect.resolve' as const]
  showPage(<AttentionTab />, { me: { ...bookkeeper, permissions } })
  expect(await screen.findAllByRole('button', { name: 'Say what happened' })).toHaveLength(1)
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }))
  await userEvent.type(await screen.findByRole('textbox', { name: /Why is it not sent/ }), 'Bought elsewhere')
  await userEvent.click(screen.getByRole('button', { name: 'Do not send it' }))
  await waitFor(() =>
    expect(asked.filter(({ method }) => method === 'POST')).toMatchObject([
      { path: '/effects/e4/resolve', body: { how: 'stop', reason: 'Bought elsewhere' } },
    ]),
  )
})
