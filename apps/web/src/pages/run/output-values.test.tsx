// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { showPage } from '../../testing/show-page.tsx'
import { OutputValues } from './output-values.tsx'

afterEach(cleanup)

test('what a step left is read by people; only what is deeper stands as it is', () => {
  const url = 'https://ledger.example/po/7'
  showPage(<OutputValues output={{ number: 'PO-7', url, sent: true }} />)
  expect(screen.getByRole('row', { name: 'Number PO-7' })).toBeTruthy()
  expect(screen.getByRole('row', { name: 'Sent Yes' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Open it there' }).getAttribute('href')).toBe(url)
  cleanup()
  showPage(<OutputValues output={{ made: [{ number: 'PO-7' }] }} />)
  expect(screen.getByText(/"made": \[/)).toBeTruthy()
})
