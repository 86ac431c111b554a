import { parse } from 'csv-parse/sync'
import { v7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { csvText } from './csv/csv-text.ts'
import { setStage } from './testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())
const { bookkeeper, viewer } = stage.ours.people

interface Answer {
  counts: object
  unread: string[]
  rows: { line: number; outcome: string; changes: object[]; reason?: string }[]
  reportId?: string
}
const load = async (file: string, apply: boolean) => {
  const { body } = await bookkeeper.session('POST', '/vendors/import', { file, fileName: 'v.csv', apply })
  return body as unknown as Answer
}
const named = async (name: string) => {
  const { body } = await bookkeeper.session('GET', `/vendors?q=${encodeURIComponent(name)}`)
  return (body as unknown as { rows: Record<string, unknown>[] }).rows
}

test('the preview writes nothing; the import does what it said, and its report is found again', async () => {
  const file = `Name;City;E-mail\r\nPreview Paving;Kent;a@b.example\r\n;Kent;\r\nLong;;${'x'.repeat(301)}`
  const preview = await load(file, false)
  expect(preview.counts).toEqual({ new: 1, changed: 0, unchanged: 0, bad: 2 })
  expect(preview.rows.map(({ line, reason }) => [line, reason])).toEqual([
    [3, 'It has neither a name nor an Id.'],
    [4, 'E-mail has 301 of at most 300 characters.'],
    [2, undefined],
  ])
  expect(await named('Preview Paving')).toEqual([])
  const done = await load(file, true)
  expect(await named('Preview Paving')).toMatchObject([{ city: 'Kent', email: 'a@b.example' }])
  const { body } = await viewer.session('GET', '/imports?list=vendors')
  expect(body.rows).toMatchObject([{ id: done.reportId, fileName: 'v.csv', counts: done.counts }])
  const report = await viewer.session('GET', `/imports/${done.reportId}/report.csv`)
  expect(String(report.body.text)).toContain('Preview Paving,New')
  expect((await load(file, true)).counts).toEqual({ new: 0, changed: 0, unchanged: 1, bad: 2 })
})

test('S2-03 a row is held to the rules of the form, field by field, and stops no other', async () => {
  const bad = { E: 'not-a-mail', P: '1'.repeat(51), C: 'usd', K: 'x'.repeat(101), N: 'y'.repeat(301) }
  const file = [
    'Name;E-mail;Phone number;Currency;Country',
    `Rule Mail;${bad.E};;;`,
    `Rule Phone;;${bad.P};;`,
    `Rule Money;;;${bad.C};`,
    `Rule Land;;;;${bad.K}`,
    `${bad.N};;;;`,
    'Rule Good;a@b.example, c@d.example;206;USD;US',
  ].join('\n')
  const { counts, rows } = await load(file, true)
  expect(counts).toEqual({ new: 1, changed: 0, unchanged: 0, bad: 5 })
  expect(rows.map(({ reason }) => reason)).toEqual([
    'E-mail must be an e-mail address, or several parted by commas.',
    'Phone number has 51 of at most 50 characters.',
    'Currency must be three capital letters, as USD.',
    'Country has 101 of at most 100 characters.',
    'Name has 301 of at most 300 characters.',
    undefined,
  ])
  expect(await named('Rule')).toMatchObject([{ name: 'Rule Good', contacts: [{}, {}] }])
  const typed = { name: 'Rule Typed', email: bad.E }
  const refused = await bookkeeper.session('POST', '/vendors', typed)
  expect([refused.status, refused.body.errors]).toEqual([400, [expect.objectContaining({ path: '/email' })]])
  const send = (list: string, text: string) =>
    bookkeeper.session('POST', `/${list}/import`, { file: text, fileName: 'l.csv', apply: false })
  const reasons = async (list: string, text: string) =>
    ((await send(list, text)).body as unknown as Answer).rows.map(({ reason }) => reason)
  expect(await reasons('materials', 'Name;Price\nA;0.1234567\nB;dear\nC;9.50')).toEqual([
    'Price must be a number with at most 6 decimals.',
    'Price "dear" is no number.',
    undefined,
  ])
  expect(await reasons('accounts', 'Name;Role\nA;costs')).toEqual([
    expect.stringContaining('Role must be one of expense, cost-of-goods-sold'),
  ])
  expect(await reasons('customers', 'Name;E-mail\nA;nobody')).toEqual([
    'E-mail must be an e-mail address, or several parted by commas.',
  ])
})

test('S2-03 a preview changes nothing and leaves no row in the audit log; the import leaves one', async () => {
  const audited = async () => {
    const { body } = await stage.ours.people.admin.session('GET', '/audit?q=CSV')
    return (body.rows as unknown[]).length
  }
  const before = await audited()
  await load('Name\nAudited Once', false)
  await load('City\nwithout names', false)
  expect(await audited()).toBe(before)
  await load('Name\nAudited Once', true)
  expect(await audited()).toBe(before + 1)
})

test('what is handed out is taken back unchanged, formulas and all', async () => {
  const evil = { name: '=HYPERLINK("http://evil.example")', phone: '+1 206', address: '-2\n"Gate", 3' }
  expect((await bookkeeper.session('POST', '/vendors', evil)).status).toBe(201)
  const text = String((await bookkeeper.session('GET', '/vendors.csv')).body.text)
  const rows: string[][] = parse(text, { bom: true })
  const [row] = rows.filter(([name]) => name?.includes('HYPERLINK'))
  expect(row?.slice(0, 3)).toEqual([`'${evil.name}`, '', `'${evil.phone}`])
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@]/)
  expect((await load(text, false)).counts).toMatchObject({ new: 0, changed: 0, bad: 0 })
})

test('ten thousand rows are loaded, one more is refused', async () => {
  const rows = (count: number) =>
    csvText(Array.from({ length: count }, (_, index) => ({ Name: `Crowd ${index}`, City: 'Kent' })))
  expect((await load(rows(10_000), true)).counts).toMatchObject({ new: 10_000, bad: 0 })
  const { status, body } = await bookkeeper.session('POST', '/vendors/import', {
    file: rows(10_001),
    fileName: 'v.csv',
    apply: false,
  })
  expect([status, body.code]).toEqual([409, 'file-too-long'])
  const whole = String((await bookkeeper.session('GET', '/vendors.csv')).body.text)
  expect(whole.match(/^Crowd \d+,/gm)).toHaveLength(10_000)
}, 60_000)

test('what both sides of a supplier changed is chosen by HTTP, once or for always, by whoever may edit the catalogue alone', async () => {
  const { scope, records } = stage.ours
  const collection = <Row extends { _id: string }>(name: string) =>
    stage.services.database.connection.collection<Row>(name)
  const [connector] = stage.services.connectors
  const books = { provider: connector?.id, environment: 'practice', ledgerCompanyId: v7() }
  await collection('connections').updateOne(
    { _id: records.connections },
    { $set: { ...books, state: 'disconnected' } },
  )
  const made = await bookkeeper.session('POST', '/vendors', { name: 'Both Sides', phone: '1', city: 'Kent' })
  const link = v7()
  await collection('links').insertOne({
    ...{ _id: link, companyId: scope.companyId, ledger: Object.values(books).join('|'), kind: 'vendor' },
    ...{ ourId: made.body.id, remote: { id: '7' }, active: true, origin: 'by-hand', linkedAt: new Date() },
    seen: { name: 'Both Sides', phone: '0', city: 'Auburn' },
    conflicts: [
      { field: 'phone', theirs: '2', since: new Date() },
      { field: 'city', theirs: 'Tacoma', since: new Date() },
    ],
  } as { _id: string })
  const list = async (session = viewer.session) => (await session('GET', '/conflicts')).body.rows
  expect(await list()).toMatchObject([
    {
      id: link,
      kind: 'vendor',
      recordName: 'Both Sides',
      providerLabel: connector?.label,
      fields: [
        { field: 'phone', ours: '1', theirs: '2', agreed: '0', oursBy: 'bookkeeper of ours' },
        { field: 'city', ours: 'Kent', theirs: 'Tacoma', agreed: 'Auburn' },
      ],
    },
  ])
  expect(await list(stage.theirs.people.admin.session)).toEqual([])
  const resolve = (body: object, session = bookkeeper.session) =>
    session('POST', `/conflicts/${link}/resolve`, body)
  const choice = { choices: { phone: 'theirs' }, always: { phone: 'theirs' } }
  expect((await resolve(choice, viewer.session)).status).toBe(403)
  expect((await resolve(choice, stage.theirs.people.bookkeeper.session)).status).toBe(404)
  expect((await resolve({ choices: { name: 'ours' } })).status).toBe(409)
  const { body } = await resolve(choice)
  expect(body.rows).toMatchObject([{ fields: [{ field: 'city' }] }])
  expect((await resolve({ choices: { city: { value: 'Renton' } } })).body.rows).toEqual([])
  expect(await named('Both Sides')).toMatchObject([{ phone: '2', city: 'Renton' }])
  const connection = (await bookkeeper.session('GET', `/connections/${records.connections}`)).body
  expect(connection).toMatchObject({ supplierRules: { always: { phone: 'theirs' } } })
  expect((await resolve(choice)).status).toBe(404)

  const item = await bookkeeper.session('POST', '/materials', { name: 'Both sides', price: '3' })
  const pair = v7()
  await collection('links').insertOne({
    ...{ _id: pair, companyId: scope.companyId, ledger: Object.values(books).join('|'), kind: 'material' },
    ...{ ourId: item.body.id, remote: { id: '8' }, active: true, origin: 'by-hand', linkedAt: new Date() },
    seen: { name: 'Both sides', price: '1' },
    conflicts: [
      { field: 'price', theirs: '2', since: new Date() },
      { field: 'vendorId', theirs: made.body.id, since: new Date() },
    ],
  } as { _id: string })
  expect(await list()).toMatchObject([
    {
      ...{ kind: 'material', recordName: 'Both sides' },
      fields: [
        { field: 'price', ours: '3', theirs: '2', agreed: '1' },
        { field: 'vendorId', names: 'vendor', theirs: 'Both Sides' },
      ],
    },
  ])
  const settle = (body: object) => bookkeeper.session('POST', `/conflicts/${pair}/resolve`, body)
  expect((await settle({ choices: { price: { value: 'a lot' } } })).status).toBe(400)
  expect((await settle({ choices: { vendorId: { value: 'nobody' } } })).status).toBe(404)
  const owners = { itemRules: { ownedHere: ['sku'] } }
  const settings = `/connections/${records.connections}/settings`
  const wrong = { itemRules: { ownedHere: ['accountId'] } }
  expect((await bookkeeper.session('PUT', settings, wrong)).status).toBe(400)
  expect((await viewer.session('PUT', settings, owners)).status).toBe(403)
  expect((await bookkeeper.session('PUT', settings, owners)).status).toBe(200)
  const both = { choices: { price: 'ours', vendorId: 'theirs' }, always: { price: 'ours' } }
  expect((await settle(both)).body.rows).toEqual([])
  const { rows } = (await bookkeeper.session('GET', '/materials?q=Both')).body
  expect(rows).toMatchObject([{ price: '3', vendorId: made.body.id }])
  const after = (await bookkeeper.session('GET', `/connections/${records.connections}`)).body
  expect(after).toMatchObject({ itemRules: { ...owners.itemRules, always: { price: 'ours' } } })
})
