// @vitest-environment jsdom
import type { LedgerState, SubmissionView } from '@fieldledger/contract'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { showPage } from '../../testing/show-page.tsx'
import { LedgerStateLine } from './ledger-state-line.tsx'

afterEach(cleanup)

const ledger: LedgerState = {
  ...{
    connectionId: 'c1',
    provider: 'some-ledger',
    providerLabel: 'The Ledger',
    documentLabel: 'Purchase Order',
  },
  ...{ environment: 'live', state: 'waiting', effectId: 'e1', changesNotSent: false },
  at: '2026-11-28T14:00:00.000Z',
}
const submission = { id: 's1', status: 'approved' } as SubmissionView
const message = 'The Ledger takes no more requests just now: it goes on by itself.'

test('what waits for a ledger that takes no more says why, and when it goes on by itself', () => {
  showPage(
    <LedgerStateLine
      ledger={{ ...ledger, message, goesOnAt: '2026-11-28T14:02:00.000Z' }}
      submission={submission}
    />,
  )
  expect(screen.getByText(message)).toBeTruthy()
  expect(screen.getByText(/^Goes on by itself at/).textContent).toMatch(/2026.*:02/)
})

test('what is about to be taken up names no time', () => {
  showPage(<LedgerStateLine ledger={ledger} submission={submission} />)
  expect(screen.queryByText(/Goes on by itself/)).toBeNull()
})
