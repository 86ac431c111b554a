import { expect, test } from 'vitest'
import { sampleDocument } from '../testing/sample-inputs.ts'
import type { RemoteDocument } from './ledger-document.ts'
import { saysTheSame } from './says-the-same.ts'
import { twoVersions } from './two-versions.ts'

const { memo: _none, ...said } = sampleDocument({ number: 'PO-1' })
const at = (origin: string) => ({ ...said, backLink: `${origin}/submissions/s1?company=c1` })
const there = (memo?: string): RemoteDocument => ({
  ...said,
  reference: { id: '9' },
  status: 'open',
  ...(memo === undefined ? {} : { memo }),
  lines: said.lines.map(({ kind, item, account, amount }) => ({
    kind,
    amount,
    ...(item && { item }),
    ...(account && { account }),
  })),
})

test('G-24 a memo that leads to the form by an earlier address of the server says the same, one typed in by hand does not', () => {
  const ours = at('https://forms.example.com')
  for (const memo of [at('http://127.0.0.1:4000').backLink, ours.backLink, undefined])
    expect(saysTheSame(ours, there(memo))).toBe(true)
  for (const memo of [
    'By hand',
    `${ours.backLink} by hand`,
    'https://forms.example.com/submissions/s2?company=c1',
  ])
    expect(saysTheSame(ours, there(memo))).toBe(false)
  expect(saysTheSame(said, there(ours.backLink))).toBe(false)
})

test('G-24 where something else was changed by hand, nobody is told to have changed a memo that led back otherwise or not at all', () => {
  const ours = at('https://forms.example.com')
  const fields = (before: string | undefined, now: string | undefined) =>
    twoVersions({
      ours,
      before: there(before),
      now: { ...there(now), date: '2026-01-31' },
    }).map(({ field }) => field)
  const earlier = at('http://127.0.0.1:4000').backLink
  for (const memo of [earlier, undefined]) expect(fields(memo, memo)).toEqual(['date'])
  expect(fields(ours.backLink, undefined)).toEqual(['date', 'memo'])
  expect(fields(earlier, 'By hand')).toEqual(['date', 'memo'])
})
