import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listOf } from '../../fake-service/json.ts'
import { errorOf, openPracticeBed } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>

beforeAll(async () => {
  bed = await openPracticeBed()
  for (const [DocNumber, TxnDate] of [
    ['Q-1', '2026-10-01'],
    ['Q-2', '2026-10-15'],
    ["Q'3", '2026-11-01'],
  ]) {
    await bed.create(
      'purchaseorder',
      await bed.purchaseOrder({ DocNumber: DocNumber ?? '', TxnDate: TxnDate ?? '' }),
    )
  }
})
afterAll(() => bed.close())

describe('the query language', () => {
  test.each<[query: string, found: string[]]>([
    [
      "select * from Vendor where DisplayName = 'O\\'Brien Electrical Wholesale'",
      ["O'Brien Electrical Wholesale"],
    ],
    ["select * from vendor where DisplayName = 'puget ready mix'", ['Puget Ready Mix']],
    [
      "select Id, DisplayName from Vendor where DisplayName LIKE '%Supply'",
      ['Cascade Lumber Supply', 'Sound Plumbing Supply'],
    ],
    ["select * from Vendor where DisplayName LIKE '%e%Lumber%'", ['Cascade Lumber Supply']],
    ["select * from Vendor where DisplayName IN ('Puget Ready Mix', 'Nobody')", ['Puget Ready Mix']],
    ['SELECT * FROM Vendor WHERE Active = false', ['Old Town Hardware']],
    [
      "select * from Vendor where Active IN (true, false) and DisplayName like 'O%' ORDERBY DisplayName DESC",
      ['Old Town Hardware', "O'Brien Electrical Wholesale"],
    ],
    ["select * from Vendor where DisplayName like 'O%'", ["O'Brien Electrical Wholesale"]],
    [
      'select * from Vendor ORDERBY DisplayName STARTPOSITION 2 MAXRESULTS 2',
      ['Delgado Concrete Cutting', 'Evergreen Waste Services'],
    ],
    [
      "select * from Vendor where MetaData.LastUpdatedTime > '2001-01-01T00:00:00Z' order by DisplayName asc maxresults 1",
      ['Cascade Lumber Supply'],
    ],
    ["select * from PurchaseOrder where DocNumber = 'Q\\'3'", ["Q'3"]],
    [
      "select * from PurchaseOrder where TxnDate >= '2026-10-15' and TxnDate <= '2026-11-01' ORDERBY TxnDate DESC",
      ["Q'3", 'Q-2'],
    ],
    ["select * from PurchaseOrder where TotalAmt > '139.99' and DocNumber < 'Q-2'", ['Q-1']],
    [
      "select * from Item where Type = 'Inventory' and Active IN (true)",
      ['Joist hanger', 'Anchor bolt 1/2 x 10'],
    ],
    ["select * from Account where AccountType = 'Accounts Payable'", ['Accounts Payable']],
    ['select * from TaxCode', ['TAX', 'NON']],
    ['select * from CompanyInfo', ['Harbour Test']],
  ])('%s', async (text, found) => {
    const answer = await bed.query(text)
    const rows = Object.values(answer).flatMap((value) => listOf(value))
    const names = rows.map((row) => row.DisplayName ?? row.DocNumber ?? row.Name ?? row.CompanyName)
    expect(names.sort()).toEqual([...found].sort())
  })

  test('order is kept', async () => {
    const answer = await bed.query(
      "select * from PurchaseOrder where DocNumber like 'Q%' ORDERBY TxnDate DESC",
    )
    expect(listOf(answer.PurchaseOrder).map((row) => row.DocNumber)).toEqual(["Q'3", 'Q-2', 'Q-1'])
    expect(answer).toMatchObject({ startPosition: 1, maxResults: 3 })
  })

  test('count gives totalCount, no rows give an empty answer', async () => {
    expect(await bed.query("select count(*) from PurchaseOrder where DocNumber like 'Q%'")).toEqual({
      totalCount: 3,
    })
    expect(await bed.query("select * from PurchaseOrder where DocNumber = 'none'")).toEqual({})
  })

  test('a query may be posted as application/text', async () => {
    const headers = { 'content-type': 'application/text' }
    const answer = await bed.api('/query', { text: 'select * from Term', headers })
    expect(answer.json.QueryResponse).toMatchObject({
      Term: [{ Name: 'Net 30' }, { Name: 'Due on receipt' }],
    })
  })

  test.each([
    [
      'select * from Vendor STARTPOSITION 0',
      'QueryValidationError: value 0 is too small. Min allowed value is 1.',
    ],
    [
      'select * from Vendor MAXRESULTS 1001',
      'QueryValidationError: value 1001 is too large. Max allowed value is 1000.',
    ],
    ["select * from Vendor where DisplayName = 'a' OR DisplayName = 'b'", 'QueryParserError'],
    ["select * from Vendor where DisplayName = 'open", 'QueryParserError'],
    ['select * from Vendor group by DisplayName', 'QueryParserError'],
    ['select * from Spaceship', 'Invalid entity name: Spaceship'],
    ["select * from Vendor where Colour = 'red'", 'Property Colour not found for Entity Vendor'],
    ["select * from PurchaseOrder where PrivateNote = 'x'", "property 'PrivateNote' is not queryable"],
    ['', 'QueryParserError'],
    ['drop table Vendor', 'QueryParserError'],
  ])('"%s" is refused with 4001', async (text, detail) => {
    const answer = await bed.api(`/query?query=${encodeURIComponent(text)}`)
    expect(answer.status).toBe(400)
    expect(errorOf(answer)).toMatchObject({ code: '4001', message: 'Invalid query' })
    expect(errorOf(answer).detail).toContain(detail)
  })
})
