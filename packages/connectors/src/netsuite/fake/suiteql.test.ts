import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listOf } from '../../fake-service/json.ts'
import { errorOf, openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>

beforeAll(async () => {
  bed = await openPracticeBed({ now: () => Date.parse('2026-11-23T10:00:00Z') })
  await bed.create('vendor', { companyName: '100% Pipes_Ltd', subsidiary: { id: '1' }, externalId: 'fl-9' })
  const order = { tranId: 'PO-1', tranDate: '2026-11-02', dueDate: '2026-12-01', externalId: 'fl-po' }
  await bed.create('purchaseOrder', await bed.purchaseOrder(order))
})
afterAll(() => bed.close())

const rows = async (q: string) => {
  const { json, text } = await bed.suiteQl(q)
  if (!Array.isArray(json.items)) throw new TypeError(text)
  return listOf(json.items)
}
const plain = async (q: string) => (await rows(q)).map(({ links: _links, ...row }) => row)

test('nothing is answered without Prefer: transient', async () => {
  const answer = await bed.rest('/query/v1/suiteql', { body: { q: 'SELECT id FROM vendor' } })
  expect(errorOf(answer)).toMatchObject({ status: 400, code: 'INVALID_HEADER', path: 'Prefer' })
})

test('rows come in pages, with the number of all', async () => {
  const q = 'SELECT id, entityid, companyname FROM vendor ORDER BY id'
  const { json } = await bed.suiteQl(q, '?limit=2&offset=2')
  expect(json).toMatchObject({ count: 2, hasMore: true, offset: 2, totalResults: 10 })
  expect(listOf(json.items)[0]).toEqual({
    links: [],
    id: '3',
    entityid: 'Northwest Steel & Rebar',
    companyname: 'Northwest Steel & Rebar',
  })
  expect(listOf(json.links).map(({ rel }) => rel)).toEqual(['self', 'first', 'previous', 'next'])
  expect((await bed.suiteQl(q, '?limit=2&offset=8')).json.hasMore).toBe(false)
})

test('what lies beyond the most rows of a query is not told at all: only a later beginning finds it', async () => {
  await bed.control(`/realms/${bed.realm}/settings`, { mostQueryRows: 4 })
  const { json } = await bed.suiteQl('SELECT id FROM vendor ORDER BY id', '?limit=2&offset=2')
  expect(json).toMatchObject({ count: 2, hasMore: false, totalResults: 4 })
  expect((await plain('SELECT id FROM vendor WHERE id > 8 ORDER BY id')).map(({ id }) => id)).toEqual([
    '9',
    '18',
  ])
  await bed.control(`/realms/${bed.realm}/settings`, { mostQueryRows: 100_000 })
})

describe('conditions', () => {
  test.each([
    ["entityid = 'O''Brien Electrical Wholesale'", 1],
    ["entityid = 'o''brien electrical wholesale'", 0],
    ["LOWER(entityid) = 'puget ready mix'", 1],
    ["entityid LIKE '%Supply'", 2],
    ["entityid LIKE '100\\%%' ESCAPE '\\'", 1],
    ["entityid LIKE '%\\_L%' ESCAPE '\\'", 1],
    ["entityid NOT LIKE '%Supply'", 8],
    ["isinactive = 'T'", 1],
    ["isinactive = 'F' AND id > 8", 1],
    ["id IN (1, 2, 77) OR externalid = 'fl-9'", 3],
    ['NOT (id = 1 OR id = 2)', 8],
    ['email IS NULL', 1],
    ['email IS NOT NULL', 9],
    ['v.id <> 1', 9],
    ["lastmodifieddate >= TO_TIMESTAMP('2026-11-23 09:00:00', 'YYYY-MM-DD HH24:MI:SS')", 10],
    ["lastmodifieddate > TO_DATE('2026-11-24', 'YYYY-MM-DD')", 0],
    ["lastmodifieddate > '11/22/2026'", 10],
  ])('WHERE %s finds %i vendors', async (where, count) => {
    expect(await rows(`SELECT id FROM vendor v WHERE ${where}`)).toHaveLength(count)
  })

  test('the order may be by several columns, downward too', async () => {
    const q = 'SELECT id FROM vendor WHERE id < 4 ORDER BY isinactive, id DESC'
    expect((await plain(q)).map(({ id }) => id)).toEqual(['3', '2', '1'])
  })
})

describe('columns', () => {
  test('of an order: days in the format of the account, amounts as text, empty ones left out', async () => {
    expect(
      await plain(
        "SELECT id, tranid, type, trandate, duedate, memo, foreigntotal, BUILTIN.DF(entity) AS vendor, BUILTIN.DF(status) AS said FROM transaction WHERE externalid = 'fl-po'",
      ),
    ).toEqual([
      {
        id: '1',
        tranid: 'PO-1',
        type: 'PurchOrd',
        trandate: '11/2/2026',
        duedate: '12/1/2026',
        foreigntotal: '140',
        vendor: 'Cascade Lumber Supply',
        said: 'Pending Receipt',
      },
    ])
  })

  test('of an item: what kind it is', async () => {
    expect(
      await plain("SELECT itemid, itemtype, subtype, cost, isinactive FROM item WHERE upccode = 'RNT-EXC'"),
    ).toEqual([
      {
        itemid: 'Excavator day rate',
        itemtype: 'Service',
        subtype: 'Purchase',
        cost: '760',
        isinactive: 'F',
      },
    ])
  })

  test('of an account: its number, name and type', async () => {
    expect(
      await plain("SELECT acctnumber, fullname, accttype FROM account WHERE acctnumber = '6000'"),
    ).toEqual([{ acctnumber: '6000', fullname: 'Job Materials', accttype: 'Expense' }])
  })

  test('all of them, and how many there are', async () => {
    expect((await plain('SELECT * FROM classification WHERE id = 1'))[0]).toMatchObject({
      name: 'Residential',
    })
    expect(await plain('SELECT COUNT(*) AS n FROM location')).toEqual([{ n: '2' }])
  })
})

describe('refused, as NetSuite does', () => {
  const search = (rest: string) => `Invalid search query. Detailed unprocessed description follows. ${rest}`

  test.each([
    ['SELECT id FROM unicorns', search('Invalid search type: unicorns.')],
    [
      'SELECT unicorn FROM vendor',
      search(
        "Search error occurred: Unknown identifier 'unicorn'. Available identifiers are: {vendor=vendor}.",
      ),
    ],
    [
      "SELECT id FROM transaction t WHERE t.unicorn = 'x'",
      search(
        "Search error occurred: Unknown identifier 't.unicorn'. Available identifiers are: {t=transaction}.",
      ),
    ],
    ['SELECT acctname FROM account', search("Search error occurred: Unknown identifier 'acctname'")],
    ['SELECT id FROM vendor, item', search('Search error occurred: Invalid or unsupported search.')],
    ['SELECT id FROM vendor GROUP BY id', search('Search error occurred: Invalid or unsupported search.')],
    ["SELECT id FROM vendor WHERE entityid = 'O'Brien'", search('Search error occurred: Invalid or')],
    ['DELETE FROM vendor', search('Search error occurred: Invalid or unsupported search.')],
    ["SELECT id FROM vendor WHERE lastmodifieddate > 'soon'", search('Search error occurred: Invalid or')],
  ])('%s', async (q, detail) => {
    const error = errorOf(await bed.suiteQl(q))
    expect(error).toMatchObject({ status: 400, code: 'INVALID_PARAMETER', path: 'q' })
    expect(error.detail).toContain(detail)
  })

  test('more than 1,000 rows a page', async () => {
    expect(errorOf(await bed.suiteQl('SELECT id FROM vendor', '?limit=1001'))).toMatchObject({
      path: 'limit',
    })
  })
})
