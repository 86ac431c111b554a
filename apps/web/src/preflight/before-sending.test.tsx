// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { approvedOrder } from '../testing/approved-order.ts'
import { serveAnswers } from '../testing/serve-answers.ts'
import { showPage } from '../testing/show-page.tsx'
import { BeforeSending } from './before-sending.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('G-02 whoever approves a form that will be split sees its orders: vendor, lines, total', async () => {
  const ledger = { connectionId: 'c1', connectionName: 'Books', providerLabel: 'Some Ledger', problems: [] }
  const orders = [
    { vendor: 'Acme', lines: 2, total: { minor: 4000, currency: 'USD' } },
    { vendor: '', lines: 1, total: { minor: 2000, currency: 'USD' } },
  ]
  serveAnswers(() => ({ rows: [{ ...ledger, documentLabel: 'Purchase Order', orders }] }))
  showPage(<BeforeSending submission={approvedOrder} />)
  const title = 'Will be sent to Some Ledger as 2 purchase orders, one for each vendor:'
  const rows = within(await screen.findByRole('region', { name: title })).getAllByRole('row')
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    'VendorLinesTotal',
    'Acme2$40.00',
    'Not in the catalogue1$20.00',
  ])
})
