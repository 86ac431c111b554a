import { expect, test } from 'vitest'
import { changedThere } from './changed-there.ts'
import { describeField } from './describe-field.ts'
import type { LedgerDocument, RemoteDocument } from './ledger-document.ts'
import { twoVersions } from './two-versions.ts'

const usd = (minor: number) => ({ minor, currency: 'USD' })
const line = { id: 'l1', kind: 'expense' as const, description: 'Pipe', quantity: '2', unitPrice: '10' }
const ours: LedgerDocument = {
  kind: 'purchase-order',
  number: 'PO-1',
  party: { id: 'v1', name: 'Acme' },
  date: '2026-11-02',
  currency: 'USD',
  lines: [{ ...line, account: { id: 'a1', name: 'Supplies' }, amount: usd(2000) }],
  net: usd(2000),
  total: usd(2000),
}
const before: RemoteDocument = {
  reference: { id: 'd1', revision: '0' },
  kind: 'purchase-order',
  number: 'PO-1',
  party: { id: 'v1', name: 'Acme' },
  date: '2026-11-02',
  status: 'open',
  net: usd(1000),
  lines: [
    { kind: 'expense', account: { id: 'a1', name: 'Supplies' }, description: 'Pipe', amount: usd(1000) },
  ],
}

test('what we change and what somebody wrote there that we would take back stand side by side, as people read them', () => {
  const now = { ...before, memo: 'by hand', party: { id: 'v2', name: 'Acme Inc' } }
  const shown = twoVersions({ ours, before, now }).map(({ field, sent, found }) => [
    describeField(field),
    sent,
    found,
  ])
  expect(shown).toEqual([
    ['Vendor', 'Acme', 'Acme Inc'],
    ['Net total', '20.00 USD', '10.00 USD'],
    ['Amount of line 1', '20.00 USD', '10.00 USD'],
    ['Memo', '', 'by hand'],
  ])
})

test('a record that was only renamed, or got another token, was not changed', () => {
  const now = { ...before, reference: { id: 'd1', revision: '7' }, party: { id: 'v1', name: 'ACME' } }
  expect(changedThere({ before, now })).toEqual([])
  expect(changedThere({ before, now: { ...now, status: 'closed' } })).toEqual(['status'])
})

test('a ledger that keeps items and expenses as two lists is compared line by line as we sent them', () => {
  const item = { ...line, kind: 'item' as const, item: { id: 'i1' }, amount: usd(500) }
  const sent = { ...ours, lines: [...ours.lines, item], net: usd(2500), total: usd(2500) }
  const [expense] = before.lines
  if (expense === undefined) expect.unreachable('the sample has a line')
  const there = { kind: 'item' as const, item: { id: 'i1' }, description: 'Pipe', amount: usd(500) }
  const now = { ...before, net: usd(1500), lines: [there, expense] }
  expect(twoVersions({ ours: sent, before: now, now }).map(({ field }) => field)).toEqual([
    'net',
    'lines.1.amount',
  ])
})

test('a line that was read before its tax code was told has not got another one; who puts one on it changes the total', () => {
  const coded = (id: string) => before.lines.map((each) => ({ ...each, taxCode: { id } }))
  const now = { ...before, lines: coded('5'), total: usd(1200) }
  expect(changedThere({ before, now })).toEqual([])
  expect(changedThere({ before: { ...before, total: usd(1000) }, now })).toEqual(['total'])
  expect(changedThere({ before: now, now: { ...now, lines: coded('7') } })).toEqual(['lines.1.taxCode'])
})
