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

test('what is the same of several lines is told once, with their numbers; another rate is told beside it', async () => {
  const taxed = (line: number, rate: string) => ({
    ...{ code: 'no-such-tax-rate', severity: 'error', cure: 'check-connection' },
    ...{ message: `Line ${line} is taxed ${rate} %.`, params: { line, rate, connectionId: 'c1' } },
  })
  const ledger = { connectionId: 'c1', connectionName: 'Books', providerLabel: 'Some Ledger' }
  const problems = [taxed(1, '17.5'), taxed(2, '17.5'), taxed(3, '5'), taxed(4, '17.5')]
  serveAnswers(() => ({ rows: [{ ...ledger, documentLabel: 'Purchase Order', problems }] }))
  showPage(<BeforeSending submission={approvedOrder} />)
  expect(await screen.findByText('Line 1 is taxed 17.5 %. The same on lines 2, 4.')).toBeTruthy()
  expect(screen.getByText('Line 3 is taxed 5 %.')).toBeTruthy()
  expect(screen.queryByText(/Line 2/)).toBeNull()
  expect(screen.getByText('Some Ledger would not take it yet, for 2 reasons:')).toBeTruthy()
})
