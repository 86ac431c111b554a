// @vitest-environment jsdom
import type { ConnectionView, ReconciledRow, ReconcileView } from '@fieldledger/contract'
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes, useLocation } from 'react-router'
import { afterEach, expect, test, vi } from 'vitest'
import { serveAnswers } from '../../../testing/serve-answers.ts'
import { fieldUser, showPage } from '../../../testing/show-page.tsx'
import { ReconcileTable } from './reconcile-table.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const row: ReconciledRow = {
  id: 'r1',
  outcome: 'missing-there',
  kind: 'purchase-order',
  documentLabel: 'Purchase Order',
  number: 'PO-1',
  party: 'Acme',
  date: '2026-11-28',
  amount: { minor: 100, currency: 'USD' },
  submissionId: 's1',
  effectId: 'e1',
  differences: [],
}

function Books({ of }: { of: ReconciledRow }) {
  const view = { state: 'finished', rows: [of] } as unknown as ReconcileView
  const connection = { id: 'c1', providerLabel: 'Some Ledger' } as ConnectionView
  return (
    <Routes>
      <Route path="/" element={<ReconcileTable view={view} connection={connection} />} />
      <Route path="*" element={<p>{useLocation().pathname}</p>} />
    </Routes>
  )
}

const bookkeeper = { ...fieldUser, permissions: [...fieldUser.permissions, 'effect.resolve' as const] }

test('what was sent again as new is not offered that again: comparing again tells', async () => {
  serveAnswers(() => ({}))
  showPage(<Books of={{ ...row, sentAsNew: true }} />, { me: bookkeeper })
  expect(screen.getByText('Sent again as new: compare again')).toBeTruthy()
  await userEvent.click(screen.getByText('Look'))
  const drawer = within(await screen.findByRole('dialog'))
  expect(drawer.getByText(/^A new document was sent for it/)).toBeTruthy()
  expect(drawer.queryByText('Send again as new')).toBeNull()
  expect(drawer.queryByText('Set aside')).toBeNull()
})

test('whoever looks again is taken to the form, which says what differs and can be revised', async () => {
  const asked = serveAnswers(() => ({}))
  const differs = {
    ...row,
    outcome: 'differs' as const,
    differences: [{ field: 'Memo', sent: 'a', found: 'b' }],
  }
  showPage(<Books of={differs} />, { me: bookkeeper })
  await userEvent.click(screen.getByRole('button', { name: 'Settle' }))
  await userEvent.click(await screen.findByText('Look again'))
  expect(await screen.findByText('/submissions/s1')).toBeTruthy()
  expect(asked.map(({ path }) => path)).toContain('/submissions/s1/send')
})
