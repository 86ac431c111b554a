// @vitest-environment jsdom
import type { DocumentCapability } from '@fieldledger/accounting'
import type { ConnectionView } from '@fieldledger/contract'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { fieldUser, showPage } from '../../testing/show-page.tsx'
import { ImportedLists } from './imported-lists.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const bill = {
  label: 'Bill',
  create: true,
  lineTax: true,
  lineKinds: ['item'],
} as Partial<DocumentCapability>

/** Every row as it reads, and the moment that it names. */
function shown(capabilities: object): string[][] {
  const connection = {
    ...{ id: 'c1', providerLabel: 'The Ledger', rules: { costCodeAccounts: {} } },
    capabilities: {
      ...{ vendors: { list: true }, items: { list: true, create: [] }, accounts: { list: true } },
      ...{ classes: false, documents: { bill }, ...capabilities },
    },
    imported: { vendors: '2026-11-20T09:00:00Z', payments: '2026-11-27T15:00:00Z' },
  } as unknown as ConnectionView
  showPage(<ImportedLists connection={connection} />, {
    me: { ...fieldUser, permissions: ['catalogue.edit'] },
  })
  return screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => {
      const [list, way, last] = row.querySelectorAll('td')
      const at = last?.querySelector('time')?.getAttribute('datetime')
      return [list?.textContent ?? '', way?.textContent ?? '', at ?? last?.textContent ?? '']
    })
}

test('S1-01 each list that the ledger gives says which way it goes and when it was taken over last', () => {
  const rows = shown({
    ...{ vendors: { list: true, create: true, update: true }, items: { list: true, create: ['service'] } },
    ...{ classes: true, terms: true, changes: { everyMinutes: 5 } },
  })
  expect(rows).toEqual([
    ['Vendors', 'Both ways: from The Ledger, new ones and changes to it', '2026-11-20T09:00:00Z'],
    ['Items → Materials', 'From The Ledger, and new ones to it', 'Not yet'],
    ['Accounts', 'From The Ledger', 'Not yet'],
    ['Tax rates', 'From The Ledger', 'Not yet'],
    ['Terms of payment', 'From The Ledger', 'Read when it is needed'],
    ['Classes and tracking', 'From The Ledger', 'Read when it is needed'],
    ['Payments of bills', 'From The Ledger', '2026-11-27T15:00:00Z'],
  ])
  expect(screen.getByRole('link', { name: 'Import' }).getAttribute('href')).toContain('tab=lists')
})

test('S1-01 what a ledger does not give is not listed, and terms that come with its vendors say so', () => {
  const names = shown({
    ...{ vendors: { list: true, terms: true }, documents: { bill: { ...bill, lineTax: false } } },
  }).map(([list, way]) => [list, way])
  expect(names).toEqual([
    ['Vendors', 'From The Ledger'],
    ['Items → Materials', 'From The Ledger'],
    ['Accounts', 'From The Ledger'],
    ['Terms of payment', 'From The Ledger, with the vendors'],
  ])
})
