// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { serveAnswers } from '../testing/serve-answers.ts'
import { showPage } from '../testing/show-page.tsx'
import { LinkRecord } from './link-record.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('a vendor is made in the ledger where it has no pair; one whose pair is inactive there is linked with another', async () => {
  serveAnswers(({ path }) =>
    path === '/vendors/v1' ? { creations: [], links: [{ connectionId: 'linked' }] } : { rows: [] },
  )
  const of = { list: 'vendors', recordId: 'v1', recordName: 'Acme' }
  showPage(
    <>
      <LinkRecord {...of} connectionId="linked" ledgerLabel="One Ledger" />
      <LinkRecord {...of} connectionId="other" ledgerLabel="Another Ledger" />
    </>,
  )
  expect(await screen.findByRole('button', { name: 'Create "Acme" in Another Ledger' })).toBeTruthy()
  expect(screen.getAllByRole('button', { name: /^Create/ })).toHaveLength(1)
})
