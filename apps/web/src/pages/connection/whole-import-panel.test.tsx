// @vitest-environment jsdom
import type { ConnectionView, WholeImportView } from '@fieldledger/contract'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { serveAnswers } from '../../testing/serve-answers.ts'
import { showPage } from '../../testing/show-page.tsx'
import { WholeImportPanel } from './whole-import-panel.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const connection = { id: 'c1', state: 'active', providerLabel: 'The Ledger' } as ConnectionView
const list = { list: 'vendors', pages: 4, read: 4000, expected: 10_000, settled: 0, outcomes: {} } as const
const reading: WholeImportView = { state: 'reading', wish: 'import', lists: [list], noted: [] }

/** A server on which an import is under way, is stopped and goes on. */
async function open() {
  let view = reading
  const asked = serveAnswers(({ method, path }) => {
    if (method === 'POST') view = { ...view, state: path.endsWith('/stop') ? 'stopped' : 'reading' }
    return view
  })
  showPage(<WholeImportPanel connection={connection} />)
  await screen.findByRole('status', { name: 'All lists' })
  return () => asked.filter(({ method }) => method === 'POST').map(({ path }) => path)
}

test('a first sync that is found again shows how far it is, is stopped, and goes on from there', async () => {
  const posted = await open()
  const progress = screen.getByRole('status', { name: 'All lists' })
  expect(progress.textContent).toContain('4,000 of 10,000')
  expect(Number(screen.getByRole('progressbar').getAttribute('aria-valuenow'))).toBe(20)
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Go on' }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Stop' })).toBeTruthy())
  expect(posted()).toEqual(['/connections/c1/whole-import/stop', '/connections/c1/whole-import'])
})
