import { expect, test } from 'vitest'
import type { SoakRound } from '../soak/soak-record.ts'
import { soakReport } from '../soak/soak-report.ts'

const round: SoakRound = {
  at: '2026-11-27T04:30:00.000Z',
  commit: '1f46b65aaa',
  node: 'v20.20.2',
  processor: '2 × some processor',
  workerKills: 460,
  apiKills: 41,
  orders: 210,
  revised: 50,
  seconds: 300,
  hits: { 'send.after-answer': 25 },
}

test('a soak that is not through says how far it got, and adds up its rounds', () => {
  const report = soakReport([round, { ...round, hits: { 'send.after-answer': 5 } }], { asked: 10_000 })
  expect(report).toContain(
    '**1002 kills of the 10000 asked for, 420 orders, 100 of them revised: 0 lost, 0 doubled**, in 2 rounds of one commit and 10 minutes.',
  )
  expect(report).toContain('| `send.after-answer` | 30 |')
})

test('a round whose books did not agree stands in the report, and takes the claim away', () => {
  const report = soakReport([round, { ...round, difference: 'expected 3\nto be | 4' }], { asked: 1000 })
  expect(report).not.toContain('0 lost')
  expect(report).toContain('the books of 1 of 2 rounds did not agree')
  expect(report).toContain('| 41 | 300 | expected 3 to be / 4 |')
})
