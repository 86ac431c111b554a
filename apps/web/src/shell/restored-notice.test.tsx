// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { serveAnswers } from '../testing/serve-answers.ts'
import { fieldUser, showPage } from '../testing/show-page.tsx'
import { RestoredNotice } from './restored-notice.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const admin = { ...fieldUser, permissions: [...fieldUser.permissions, 'connection.manage' as const] }
const connection = { id: 'c1', name: 'Books', providerLabel: 'The ledger' }
const at = '2026-11-27T04:00:00.000Z'

test('after a restore one line says so to admins, unfolds what it means, and stays until the books of each ledger were compared', async () => {
  let compared = false
  const asked = serveAnswers(({ path }) => {
    if (path === '/connections/c1/compared') compared = true
    return {
      rows: [
        { ...connection, restored: { at, compared } },
        { ...connection, id: 'c2' },
      ],
    }
  })
  showPage(<RestoredNotice />, { me: admin })
  await screen.findByText('This is a restored backup')
  expect(screen.queryByText(/What was sent after the backup/)).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'What it means' }))
  expect(screen.getByText(/What was sent after the backup/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'I compared Books' }))
  await vi.waitFor(() => expect(screen.queryByText('This is a restored backup')).toBeNull())
  expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
})

test('others do not see it, and nothing is asked for them', () => {
  const asked = serveAnswers(() => ({ rows: [{ ...connection, restored: { at, compared: false } }] }))
  showPage(<RestoredNotice />)
  expect(screen.queryByText('This is a restored backup')).toBeNull()
  expect(asked).toEqual([])
})
