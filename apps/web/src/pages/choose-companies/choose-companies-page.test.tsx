// @vitest-environment jsdom
import type { CompanyChoiceView } from '@fieldledger/contract'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { serveAnswers } from '../../testing/serve-answers.ts'
import { showPage } from '../../testing/show-page.tsx'
import { ChooseCompaniesPage } from './choose-companies-page.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const choice: CompanyChoiceView = {
  id: 'choice-1',
  providerLabel: 'Some Ledger',
  logoUrl: '/logo.svg',
  environment: 'practice',
  expiresAt: '2026-11-27T12:00:00.000Z',
  companies: [
    { id: 't1', name: 'Quay Ltd', connected: false },
    { id: 't2', name: 'Pier Ltd', connected: true },
    { id: 't3', connected: false },
  ],
}

test('whoever comes back chooses among the names; what is connected already cannot be chosen', async () => {
  const asked = serveAnswers(({ method }) => (method === 'POST' ? { connectionIds: ['c1', 'c3'] } : choice))
  showPage(<ChooseCompaniesPage />)
  expect(await screen.findByRole('heading', { name: 'Which companies of Some Ledger?' })).toBeDefined()
  const pier = screen.getByRole('checkbox', { name: 'Pier Ltd' })
  expect((pier as HTMLInputElement).disabled).toBe(true)
  expect(screen.getByText('Connected already')).toBeDefined()
  await userEvent.click(screen.getByRole('checkbox', { name: 'Quay Ltd' }))
  await userEvent.click(screen.getByRole('checkbox', { name: 'Without a name (t3)' }))
  await userEvent.click(screen.getByRole('button', { name: 'Connect 2 companies' }))
  expect(await screen.findByText('2 companies are connected.')).toBeDefined()
  expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
    path: '/company-choices/choice-1',
    body: { companies: ['t1', 't3'] },
  })
})

test('a choice that is over says so, and leads back to where Connect is', async () => {
  const detail = 'This consent was used already or is older than ten minutes: press Connect again.'
  const over = { type: 'about:blank', title: 'Conflict', status: 409, code: 'state-unknown', detail }
  serveAnswers(() => Response.json({ ...over, retryable: false }, { status: 409 }))
  showPage(<ChooseCompaniesPage />)
  expect(await screen.findByText(detail)).toBeDefined()
  expect(screen.getByRole('link', { name: 'Back to Connections' }).getAttribute('href')).toBe('/connections')
})
