// @vitest-environment jsdom
import type { LedgerState, SubmissionView } from '@fieldledger/contract'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { serveAnswers } from '../../testing/serve-answers.ts'
import { fieldUser, showPage } from '../../testing/show-page.tsx'
import { LedgerStateLine } from './ledger-state-line.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

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

test('whoever keeps the books says that a document is right as it stands there; others are not asked', async () => {
  const asked = serveAnswers(() => ({}))
  const differs = { ...ledger, state: 'differs' as const, mayBeKept: true }
  const line = <LedgerStateLine ledger={differs} submission={submission} />
  showPage(line)
  expect(screen.queryByRole('button', { name: 'It is right as it stands there' })).toBeNull()
  cleanup()
  showPage(line, { me: { ...fieldUser, permissions: ['effect.resolve'] } })
  await userEvent.click(screen.getByRole('button', { name: 'It is right as it stands there' }))
  await vi.waitFor(() =>
    expect(asked).toContainEqual(expect.objectContaining({ body: { how: 'keep-theirs' } })),
  )
})
