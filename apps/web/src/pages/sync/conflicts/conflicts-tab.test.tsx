// @vitest-environment jsdom
import type { ConflictResolution, ConflictView } from '@fieldledger/contract'
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { afterEach, expect, test, vi } from 'vitest'
import { serveAnswers } from '../../../testing/serve-answers.ts'
import { fieldUser, showPage } from '../../../testing/show-page.tsx'
import { AttentionPanel } from '../../home/attention-panel.tsx'
import { SyncPage } from '../sync-page.tsx'
import { ConflictsTab } from './conflicts-tab.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const bookkeeper = {
  ...fieldUser,
  permissions: [...fieldUser.permissions, 'sync-log.read' as const, 'catalogue.edit' as const],
}

const conflict: ConflictView = {
  id: 'pair-1',
  kind: 'vendor',
  recordId: 'v1',
  recordName: 'Cascade Lumber',
  connectionId: 'c1',
  providerLabel: 'Some Ledger',
  fields: [
    {
      field: 'phone',
      ours: '555-0000',
      theirs: '555-9999',
      agreed: '555-0110',
      oursBy: 'Bea Books',
      oursAt: '2026-11-28T15:00:00.000Z',
      theirsSeenAt: '2026-11-28T15:00:00.000Z',
    },
  ],
}

/** One supplier was changed on both sides; what was chosen in the end. */
function serveConflict(): ConflictResolution[] {
  const chosen: ConflictResolution[] = []
  serveAnswers(({ path, body }) => {
    if (path.endsWith('/resolve')) chosen.push(body as ConflictResolution)
    return { rows: path === '/conflicts' ? [conflict] : [] }
  })
  return chosen
}

test('G-07 both values stand beside the one of before, with who changed ours and when; another value starts from ours, also after all were taken', async () => {
  const chosen = serveConflict()
  showPage(<ConflictsTab />, { me: bookkeeper })
  expect(await screen.findByText('Before, on both sides: 555-0110')).toBeTruthy()
  for (const value of ['555-0000', '555-9999']) expect(screen.getByText(value)).toBeTruthy()
  expect(screen.getByText(/Bea Books/).querySelector('time')).not.toBeNull()
  await userEvent.click(screen.getByText('Take all of theirs'))
  await userEvent.click(screen.getByText('Another value'))
  const other = screen.getByLabelText<HTMLInputElement>(/^Phone number on both sides/)
  expect(other.value).toBe('555-0000')
  await userEvent.type(other, '1')
  await userEvent.click(screen.getByText('Take over 1 field'))
  await expect.poll(() => chosen).toEqual([{ choices: { phone: { value: '555-00001' } } }])
})

test('prices on both sides are written as prices are', async () => {
  const [phone] = conflict.fields
  const price = { ...phone, field: 'price', ours: '49.9', theirs: '51.25', agreed: '47.5' }
  serveAnswers(() => ({ rows: [{ ...conflict, kind: 'material', fields: [price] }] }))
  showPage(<ConflictsTab />, { me: bookkeeper })
  expect(await screen.findByText('49.90')).toBeTruthy()
  expect([screen.getByText('51.25'), screen.getByText('47.50')]).toHaveLength(2)
})

test('another value is held to what the form of the record takes, and said beside it', async () => {
  const chosen = serveConflict()
  showPage(<ConflictsTab />, { me: bookkeeper })
  await userEvent.click(await screen.findByText('Another value'))
  const other = screen.getByLabelText(/^Phone number on both sides/)
  await userEvent.click(other)
  await userEvent.paste('1'.repeat(50))
  await userEvent.click(screen.getByText('Take over 1 field'))
  expect(await screen.findByText(/^It .*50/)).toBeTruthy()
  expect(chosen).toEqual([])
})

test('how many wait for a choice stands at the tab and on the home page', async () => {
  serveConflict()
  showPage(
    <Routes>
      <Route path="/sync/*" element={<SyncPage />} />
    </Routes>,
    { me: bookkeeper, at: '/sync/log' },
  )
  const tab = await screen.findByRole('tab', { name: /^Conflicts/ })
  expect(await within(tab).findByText('1')).toBeTruthy()
  cleanup()
  serveConflict()
  showPage(<AttentionPanel />, { me: bookkeeper })
  const row = await screen.findByRole('link', { name: /changed here and in the ledger/ })
  expect(row.getAttribute('href')).toBe('/sync/conflicts')
  expect(screen.queryByText('Everything arrived, or is on its way.')).toBeNull()
})
