// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { showPage } from '../../testing/show-page.tsx'
import { SubmissionPage } from './submission-page.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('a form that is not there, or not to be seen, leads back to the list', async () => {
  const missing = { status: 404, code: 'not-found', detail: 'This does not exist.', retryable: false }
  const headers = { 'content-type': 'application/problem+json' }
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(missing), { status: 404, headers }))
  showPage(<SubmissionPage />)
  expect((await screen.findByRole('alert')).textContent).toContain('This does not exist.')
  expect(screen.getByRole('link', { name: 'Submissions' }).getAttribute('href')).toBe('/submissions')
})
