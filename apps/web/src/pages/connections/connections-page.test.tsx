// @vitest-environment jsdom
import type { ConnectionView, HealthSignal } from '@fieldledger/contract'
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { serveAnswers } from '../../testing/serve-answers.ts'
import { showPage } from '../../testing/show-page.tsx'
import { HealthSignals } from '../connection/health-signals.tsx'
import { ConnectionsPage } from './connections-page.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function connection(id: string, more: object): ConnectionView {
  const view = { id, name: id, providerLabel: 'Some Ledger', environment: 'practice', logoUrl: '/logo' }
  return { ...view, state: 'disconnected', health: {}, ...more } as unknown as ConnectionView
}

const signals: HealthSignal[] = [
  { code: 'lists-old', severity: 'warning', connectionId: 'Books', message: 'The lists are old.' },
  { code: 'look-failed', severity: 'error', connectionId: 'Books', message: 'It does not answer.' },
]

function serve(rows: readonly ConnectionView[]) {
  return serveAnswers(({ path }) => ({ rows: path.endsWith('/signals') ? signals : rows }))
}

test('a consent that was declined leaves no card behind; what it left out, and what was connected once, stays', async () => {
  serve([
    connection('Declined', {}),
    connection('Too narrow', { health: { message: 'The consent leaves out accounts.' } }),
    connection('Left', { connectedAt: '2026-11-01T10:00:00.000Z' }),
  ])
  showPage(<ConnectionsPage />)
  expect(await screen.findByText('Too narrow')).toBeTruthy()
  expect(screen.getByText('Left')).toBeTruthy()
  expect(screen.queryByText('Declined')).toBeNull()
})

test('an active connection that is about to break says so in the list, without being opened', async () => {
  const asked = serve([
    connection('Books', { state: 'active', connectedAt: '2026-11-01T10:00:00.000Z' }),
    connection('Left', { connectedAt: '2026-11-01T10:00:00.000Z' }),
  ])
  showPage(<ConnectionsPage />)
  const card = await screen.findByRole('link', { name: /Books/ })
  expect(await within(card).findByText('2 to look at')).toBeTruthy()
  expect(asked.map(({ path }) => path)).not.toContain('/connections/Left/signals')
})

test('what broke stands before what may, and the way to where it is put right beside it', async () => {
  serve([])
  showPage(<HealthSignals connectionId="Books" />)
  const said = (await screen.findAllByRole('alert')).map(({ textContent }) => textContent)
  expect(said).toEqual(['It does not answer. ', 'The lists are old. Open Lists'])
  expect(screen.getByRole('link', { name: 'Open Lists' }).getAttribute('href')).toBe('/?tab=lists')
})
