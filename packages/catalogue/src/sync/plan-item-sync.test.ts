import { expect, test } from 'vitest'
import type { RemoteRow } from '../import/remote-row.ts'
import type { Material } from '../records/catalogue-record.ts'
import type { LinkRecord } from '../records/link-record.ts'
import { planItemSync } from './plan-item-sync.ts'

function ours(id: string, name: string, more: Partial<Material> = {}): Material {
  const at = new Date(0)
  return { id, companyId: 'c', name, archived: false, createdAt: at, updatedAt: at, ...more }
}

function there(id: string, name: string, more: { active?: boolean; input?: object } = {}): RemoteRow {
  const { active = true, input = {} } = more
  return { remote: { id, name }, name, active, input: { name, ...input } }
}

function link(ourId: string, remoteId: string, active = true): LinkRecord {
  return {
    id: `link-${ourId}`,
    companyId: 'c',
    ledger: 'l',
    kind: 'material',
    ourId,
    remote: { id: remoteId },
    active,
    origin: 'by-hand',
    linkedAt: new Date(0),
  }
}

const plan = (rows: RemoteRow[], known: { ours?: Material[]; links?: LinkRecord[] }) =>
  planItemSync(rows, { ours: known.ours ?? [], links: known.links ?? [] })
const outcomes = (...of: Parameters<typeof plan>) =>
  plan(...of).map(({ remote, outcome, ourId }) => [remote.id, outcome, ourId])

test('S2-12 S2-13 identical names are synchronised, all others stay unmapped', () => {
  const mine = [ours('a', 'Rebar #4'), ours('b', 'Stud'), ours('c', 'Joist hanger')]
  const rows = [there('1', 'rebar  #4'), there('2', 'Studs'), there('3', 'Joist hanger')]
  expect(outcomes(rows, { ours: mine })).toEqual([
    ['1', 'synchronised', 'a'],
    ['3', 'synchronised', 'c'],
    ['2', 'not-mapped', undefined],
  ])
})

test('two of one name, here or there, are left to a person', () => {
  const twinsThere = [there('1', 'Stud'), there('2', 'stud')]
  expect(outcomes(twinsThere, { ours: [ours('a', 'Stud')] })).toEqual([
    ['1', 'conflict', undefined],
    ['2', 'conflict', undefined],
  ])
  const twinsHere = [ours('a', 'Stud'), ours('b', 'stud')]
  expect(plan([there('1', 'Stud')], { ours: twinsHere })[0]?.notes[0]).toContain('by hand')
})

test('S2-14 S2-28 a synchronised item takes the name that the ledger now has, also after a mapping by hand', () => {
  const known = { ours: [ours('a', 'Our rebar')], links: [link('a', '1')] }
  expect(plan([there('1', 'Rebar #4')], known)[0]).toMatchObject({
    outcome: 'changed',
    change: { name: 'Rebar #4' },
  })
})

test('a name that another one of ours has is not taken, and is said; two that change places both take theirs', () => {
  const mine = [ours('a', 'Stud'), ours('b', 'Plank')]
  const [renamed] = plan([there('1', 'Plank')], { ours: mine, links: [link('a', '1')] })
  expect(renamed).toMatchObject({ change: {}, notes: [expect.stringContaining('"Plank"')] })
  const swapped = plan([there('1', 'Plank'), there('2', 'Stud')], {
    ours: mine,
    links: [link('a', '1'), link('b', '2')],
  })
  expect(swapped.map(({ change }) => change.name)).toEqual(['Plank', 'Stud'])
})

test.each([
  ['S2-30 the SKU', { sku: 'STL-R4' }],
  ['S2-30 the description', { description: 'Bar, 20 ft' }],
  ['S2-30 the price', { price: '10.35' }],
  ['S2-30 the supplier', { vendorId: 'v1' }],
  ['S2-30 the account', { accountId: 'a1' }],
])('%s is adjusted by every Sync Items', (_title, input) => {
  const mine = ours('a', 'Rebar #4', { sku: 'old', description: 'old', price: '1', vendorId: 'old' })
  const [synced] = plan([there('1', 'Rebar #4', { input })], { ours: [mine], links: [link('a', '1')] })
  expect(synced?.change).toEqual(input)
})

test('S2-31 what is free of charge stays so: its price is not taken, the rest is', () => {
  const mine = ours('a', 'Sample', { freeOfCharge: true, price: '0' })
  const rows = [there('1', 'Sample', { input: { price: '9.99', sku: 'S' } })]
  expect(plan(rows, { ours: [mine] })[0]?.change).toEqual({ sku: 'S' })
})

test('what the ledger leaves empty stays ours', () => {
  const mine = ours('a', 'Rebar #4', { sku: 'STL', price: '3' })
  expect(plan([there('1', 'Rebar #4')], { ours: [mine] })[0]?.change).toEqual({})
})

test('S2-34 S2-36 made inactive there it is mapped no longer; active again, the next Sync Items maps it again', () => {
  const mine = [ours('a', 'Our rebar')]
  const inactive = there('1', 'Rebar #4', { active: false })
  expect(outcomes([inactive], { ours: mine, links: [link('a', '1')] })).toEqual([['1', 'disappeared', 'a']])
  expect(outcomes([], { ours: mine, links: [link('a', '1')] })).toEqual([['1', 'disappeared', 'a']])
  expect(outcomes([inactive], { ours: mine, links: [link('a', '1', false)] })).toEqual([])
  expect(outcomes([there('1', 'Rebar #4')], { ours: mine, links: [link('a', '1', false)] })).toEqual([
    ['1', 'synchronised', 'a'],
  ])
})

test('S2-33 an inactive item is never paired', () => {
  const rows = [there('1', 'Stud', { active: false })]
  expect(outcomes(rows, { ours: [ours('a', 'Stud')] })).toEqual([])
})

test('S2-38 S2-39 merged into another item there, the pair goes on with that one, and nothing is doubled here', () => {
  const rows = [there('1', 'Stud'), there('2', 'Stud', { active: false })]
  const known = { ours: [ours('b', 'Studs, old')], links: [link('b', '2')] }
  expect(plan(rows, known)).toMatchObject([
    { remote: { id: '1' }, outcome: 'moved', ourId: 'b', change: { name: 'Stud' } },
  ])
  const both = { ours: [ours('a', 'Stud'), ours('b', 'Stud 2')], links: [link('a', '1'), link('b', '2')] }
  expect(outcomes(rows, both)).toEqual([
    ['1', 'unchanged', 'a'],
    ['2', 'disappeared', 'b'],
  ])
})

test('S2-16 S2-17 a name or SKU of 300 characters is taken whole, one of 301 is flagged and never cut', () => {
  const long = (length: number) => 'x'.repeat(length)
  const known = { ours: [ours('a', 'Stud')], links: [link('a', '1')] }
  const [fits] = plan([there('1', long(300), { input: { sku: long(300) } })], known)
  expect(fits).toMatchObject({ change: { name: long(300), sku: long(300) }, notes: [] })
  const [flagged] = plan([there('1', long(301), { input: { sku: long(301) } })], known)
  expect(flagged?.change).toEqual({})
  expect(flagged?.notes).toEqual([
    expect.stringMatching(/name has 301 characters there, and ours takes 300/),
    expect.stringMatching(/SKU has 301 characters there, and ours takes 300/),
  ])
})

test('what was archived here holds nothing back: another one of ours takes its place (S2-32)', () => {
  const known = { ours: [ours('new', 'Stud')], links: [link('archived', '1')] }
  expect(outcomes([there('1', 'Stud')], known)).toEqual([['1', 'synchronised', 'new']])
})

test('what the ledger’s values take the place of is said: a change made here is not lost silently', () => {
  const mine = ours('a', 'Stud', { price: '12.00', description: 'Kiln dried', sku: 'ST' })
  const input = { price: '13.00', description: 'Kiln dried', sku: 'ST-8' }
  const [changed] = plan([there('1', 'Stud', { input })], { ours: [mine], links: [link('a', '1')] })
  expect(changed).toMatchObject({
    change: { price: '13.00', sku: 'ST-8' },
    notes: ['Ours was: SKU "ST", price "12.00".'],
  })
  const bare = plan([there('1', 'Stud', { input })], { ours: [ours('a', 'Stud')], links: [link('a', '1')] })
  expect(bare[0]?.notes).toEqual([])
})
