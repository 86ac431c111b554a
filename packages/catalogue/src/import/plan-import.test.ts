import { expect, test } from 'vitest'
import type { LinkRecord } from '../records/link-record.ts'
import { type ImportKnowledge, planImport } from './plan-import.ts'
import type { RemoteRow } from './remote-row.ts'

const nothing: ImportKnowledge = { ours: [], links: [], currency: 'USD' }

function there(id: string, name: string, more: { active?: boolean; currency?: string } = {}): RemoteRow {
  return { remote: { id, name }, name, active: true, input: { name }, ...more }
}

function link(ourId: string, remoteId: string): LinkRecord {
  return {
    id: `link-${ourId}`,
    companyId: 'c',
    ledger: 'l',
    kind: 'vendor',
    ourId,
    remote: { id: remoteId },
    active: true,
    origin: 'by-hand',
    linkedAt: new Date(0),
  }
}

const outcomes = (rows: readonly RemoteRow[], known: Partial<ImportKnowledge>) =>
  planImport(rows, { ...nothing, ...known }).map(({ outcome, matchedId }) => [outcome, matchedId])

test('G-08 names match but for case and spaces, every other character counts', () => {
  const ours = [{ id: 'v1', name: "o'brien  Electrical" }]
  expect(outcomes([there('1', "O'Brien Electrical ")], { ours })).toEqual([['link', 'v1']])
  expect(outcomes([there('1', 'OBrien Electrical')], { ours })).toEqual([['create', undefined]])
})

test('G-08 a missing currency means that of the ledger company, and another currency is another vendor', () => {
  const ours = [{ id: 'v1', name: 'Cascade', currency: 'USD' }]
  expect(outcomes([there('1', 'Cascade')], { ours })).toEqual([['link', 'v1']])
  expect(outcomes([there('1', 'Cascade', { currency: 'CAD' })], { ours })).toEqual([['create', undefined]])
})

test('what is linked stays so, also when it was made inactive there; other inactive ones are skipped', () => {
  const rows = [there('1', 'Cascade', { active: false }), there('2', 'Old', { active: false })]
  expect(outcomes(rows, { links: [link('v1', '1')] })).toEqual([
    ['already-linked', 'v1'],
    ['skip-inactive', undefined],
  ])
})

test('two of one name, here or there, and a pair that is taken are left to a person', () => {
  const twins = [there('1', 'Cascade'), there('2', 'cascade')]
  expect(outcomes(twins, {}).map(([outcome]) => outcome)).toEqual(['conflict', 'conflict'])
  const ours = [
    { id: 'v1', name: 'Cascade' },
    { id: 'v2', name: 'Cascade' },
  ]
  expect(outcomes([there('1', 'Cascade')], { ours })).toEqual([['conflict', undefined]])
  const taken = { ours: [{ id: 'v1', name: 'Cascade' }], links: [link('v1', '9')] }
  expect(outcomes([there('1', 'Cascade')], taken)).toEqual([['conflict', 'v1']])
})
