import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JsonObject, listOf } from '../../fake-service/json.ts'
import { openPracticeBed, sentencesOf } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>
let now = Date.parse('2026-11-23T10:00:00Z')

beforeAll(async () => {
  bed = await openPracticeBed({ now: () => now })
})
afterAll(() => bed.close())

const ask = (path: string, parameters: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  bed.api(`${path}?${new URLSearchParams(parameters)}`, { headers })
const namesOf = (list: JsonObject[]) => list.map(({ Name }) => Name)

describe('reading lists', () => {
  test.each([
    ['Accounts', { Code: '400', Name: 'Job Materials', Class: 'EXPENSE', Status: 'ACTIVE' }],
    ['TaxRates', { TaxType: 'INPUT', EffectiveRate: 8.25, CanApplyToRevenue: false }],
    ['Currencies', { Code: 'USD' }],
    [
      'Items',
      {
        Code: 'LUM-2048',
        Name: '2x4x8 Stud',
        PurchaseDetails: expect.objectContaining({ UnitPrice: 4.85, AccountCode: '400' }),
      },
    ],
    ['Contacts', { Name: "O'Brien Electrical Wholesale", IsSupplier: true, ContactStatus: 'ACTIVE' }],
    ['TrackingCategories', { Name: 'Division', Status: 'ACTIVE' }],
  ])('%s', async (plural, one) => {
    const { status, json } = await ask(`/${plural}`)
    expect(status).toBe(200)
    expect(json).toMatchObject({
      Status: 'OK',
      DateTimeUTC: expect.stringMatching(/^\/Date\(\d+\+0000\)\/$/),
    })
    expect(listOf(json[plural])).toEqual(expect.arrayContaining([expect.objectContaining(one)]))
  })

  test('the organisation', async () => {
    const { json } = await ask('/Organisation')
    expect(listOf(json.Organisations)).toMatchObject([
      { OrganisationID: bed.realm, Name: 'Harbour Test', BaseCurrency: 'USD', IsDemoCompany: true },
    ])
  })

  test('pages are counted from 1 and say how many there are', async () => {
    const all = listOf((await ask('/Contacts')).json.Contacts)
    const { json } = await ask('/Contacts', { page: '2', pageSize: '3', order: 'Name DESC' })
    expect(json.pagination).toEqual({
      page: 2,
      pageSize: 3,
      pageCount: Math.ceil(all.length / 3),
      itemCount: all.length,
    })
    expect(namesOf(listOf(json.Contacts))).toEqual(namesOf(all).toSorted().toReversed().slice(3, 6))
  })

  test.each([
    ['Name=="puget ready mix"', ['Puget Ready Mix']],
    ['Name.StartsWith("Sound") OR Name == "Puget Ready Mix"', ['Puget Ready Mix', 'Sound Plumbing Supply']],
    ['IsSupplier==true && Name.Contains("brien")', ["O'Brien Electrical Wholesale"]],
    ['(Name=="Puget Ready Mix" || IsCustomer==true) AND EmailAddress != ""', ['Puget Ready Mix']],
    ['UpdatedDateUTC >= DateTime(2030, 01, 01)', []],
    ['ContactStatus=="ARCHIVED"', []],
  ])('where %s', async (where, names) => {
    expect(namesOf(listOf((await ask('/Contacts', { where })).json.Contacts)).toSorted()).toEqual(names)
  })

  test('archived contacts are shown to those who ask', async () => {
    const asked = { where: 'ContactStatus=="ARCHIVED"', includeArchived: 'true' }
    expect(namesOf(listOf((await ask('/Contacts', asked)).json.Contacts))).toEqual(['Old Town Hardware'])
  })

  test('a guid, ids and a search term', async () => {
    const id = await bed.contactId('Puget Ready Mix')
    for (const asked of [{ where: `ContactID==guid("${id}")` }, { IDs: id }, { searchTerm: 'pugetready' }])
      expect(namesOf(listOf((await ask('/Contacts', asked)).json.Contacts))).toEqual(['Puget Ready Mix'])
  })

  test.each([
    { where: 'Name = "x"' },
    { where: 'Name=="x" AND' },
    { where: 'Name==Moon' },
    { order: 'Name SIDEWAYS' },
    { page: '0' },
    { page: '1', pageSize: '1001' },
  ])('%j cannot be read', async (asked) => {
    const answer = await ask('/Contacts', asked)
    expect([answer.status, answer.json.Type]).toEqual([400, 'QueryParseException'])
  })

  test('If-Modified-Since leaves out what is older, to the second', async () => {
    now += 3_600_000
    await bed.connect(bed.realm)
    await bed.create('Contacts', { Name: 'Fresh Supply' })
    const since = (at: string) => ask('/Contacts', {}, { 'if-modified-since': at })
    expect(namesOf(listOf((await since('2026-11-23T11:00:00')).json.Contacts))).toEqual(['Fresh Supply'])
    expect(listOf((await since('2026-11-23T11:00:01')).json.Contacts)).toEqual([])
  })

  test('If-Modified-Since that is no date is a failed precondition', async () => {
    expect((await ask('/Contacts', {}, { 'if-modified-since': 'lately' })).status).toBe(412)
  })

  test('orders are listed a hundred at a time, by status and date', async () => {
    for (const day of ['2026-01-05', '2026-02-05'])
      await bed.create('PurchaseOrders', await bed.purchaseOrder({ Date: day }))
    const { json } = await ask('/PurchaseOrders', { DateFrom: '2026-02-01', Status: 'DRAFT' })
    expect(listOf(json.PurchaseOrders)).toMatchObject([{ DateString: '2026-02-05T00:00:00' }])
    expect(json.pagination).toMatchObject({ page: 1, pageSize: 100, itemCount: 1 })
  })

  test('what is not imitated is not found', async () => {
    for (const path of ['/NoSuchThing', '/CreditNotes', '/Items/NOBODY'])
      expect((await bed.api(path)).status).toBe(404)
  })
})

describe('writing contacts, items, tracking categories and currencies', () => {
  test.each<[plural: string, body: JsonObject, sentence: string]>([
    [
      'Contacts',
      { Name: 'PUGET READY MIX' },
      'The contact name PUGET READY MIX is already assigned to another contact. The contact name must be unique across all active contacts.',
    ],
    ['Contacts', { EmailAddress: 'a@b.example' }, 'The contact name must be specified.'],
    ['Contacts', { Name: 'x'.repeat(256) }, 'The field Name must be a string with a maximum length of 255.'],
    [
      'Contacts',
      { Name: 'N', ContactNumber: 'x'.repeat(51) },
      'The field ContactNumber must be a string with a maximum length of 50.',
    ],
    ['Items', { Code: 'LUM-2048' }, "Price List Item with Code 'LUM-2048' already exists"],
    ['Items', { Code: 'x'.repeat(31) }, 'The field Code must be a string with a maximum length of 30.'],
    [
      'Items',
      { Code: 'N', Name: 'x'.repeat(51) },
      'The field Name must be a string with a maximum length of 50.',
    ],
    [
      'Items',
      { Code: 'N', Description: 'x'.repeat(4001) },
      'The field Description must be a string with a maximum length of 4000.',
    ],
    ['Items', { Name: 'No code' }, 'Item Code is required'],
    [
      'Items',
      { Code: 'N', PurchaseDetails: { AccountCode: '999' } },
      "PurchaseDetails.AccountCode '999' is not a valid account code",
    ],
    [
      'TrackingCategories',
      { Name: 'Third' },
      'An organisation can have a maximum of 2 active tracking categories',
    ],
    ['Currencies', { Code: 'USD' }, 'Organisation is already subscribed to currency USD'],
  ])('%s %j is refused', async (plural, body, sentence) => {
    const answer = await bed.put(`/${plural}`, { [plural]: [body] })
    expect(answer.status).toBe(400)
    expect(sentencesOf(answer)).toContain(sentence)
  })

  test('a contact is made, renamed by its id, archived, and its name is free for another', async () => {
    const made = await bed.create('Contacts', { Name: 'Named Twice', AccountNumber: 'A-1' })
    const change = (changes: JsonObject) =>
      bed.api(`/Contacts/${String(made.ContactID)}`, { body: { Contacts: [changes] } })
    const renamed = await change({ Name: 'Renamed' })
    expect(listOf(renamed.json.Contacts)).toMatchObject([{ Name: 'Renamed', AccountNumber: 'A-1' }])
    await change({ ContactStatus: 'ARCHIVED' })
    await bed.create('Contacts', { Name: 'Renamed' })
    expect((await change({ ContactStatus: 'ACTIVE' })).status).toBe(400)
  })

  test('an item is priced to two places, to four on request, and goes unless a document names it', async () => {
    const PurchaseDetails = { UnitPrice: 1.23456 }
    const item = await bed.create('Items', { Code: 'P-2', PurchaseDetails })
    expect(item).toMatchObject({ PurchaseDetails: { UnitPrice: 1.23 }, IsTrackedAsInventory: false })
    const four = await bed.create('Items', { Code: 'P-4', PurchaseDetails }, '?unitdp=4')
    expect(four).toMatchObject({ PurchaseDetails: { UnitPrice: 1.2346 } })
    const remove = (id: unknown) => bed.api(`/Items/${String(id)}`, { method: 'DELETE' })
    expect((await remove(item.ItemID)).status).toBe(204)
    expect((await ask('/Items/P-2')).status).toBe(404)
    expect((await remove('LUM-2048')).status).toBe(400)
  })

  test('a currency that was subscribed can be used', async () => {
    await bed.put('/Currencies', { Code: 'EUR', Description: 'Euro' })
    const order = await bed.create('PurchaseOrders', await bed.purchaseOrder({ CurrencyCode: 'EUR' }))
    expect([order.CurrencyCode, order.CurrencyRate]).toEqual(['EUR', 0.92])
    const valued = { CurrencyCode: 'EUR', CurrencyRate: 0.9 }
    const other = await bed.create('PurchaseOrders', await bed.purchaseOrder(valued))
    expect(other.CurrencyRate).toBe(0.9)
  })
})

test('a merged contact is archived, names the one that is left on pages alone, and its documents are that one’s', async () => {
  const contacts = await bed.elements('Contacts')
  const idOf = (name: string) => String(contacts.find(({ Name }) => Name === name)?.ContactID)
  const [from, into] = [idOf('Puget Ready Mix'), idOf("O'Brien Electrical Wholesale")]
  const { json: made } = await bed.api('/PurchaseOrders?summarizeErrors=false', {
    method: 'PUT',
    body: { PurchaseOrders: [{ Contact: { ContactID: from }, LineItems: [{ Description: 'Concrete' }] }] },
  })
  const [order] = listOf(made.PurchaseOrders)
  await bed.control(`/realms/${bed.realm}/Contacts/${from}/merge`, { into })
  const asked = { IDs: from, includeArchived: 'true' }
  const [onPage] = listOf((await ask('/Contacts', { ...asked, page: '1' })).json.Contacts)
  expect(onPage).toMatchObject({ ContactStatus: 'ARCHIVED', MergedToContactID: into })
  const [inList] = listOf((await ask('/Contacts', asked)).json.Contacts)
  expect(inList).not.toHaveProperty('MergedToContactID')
  const { json } = await ask(`/PurchaseOrders/${order?.PurchaseOrderID}`)
  expect(listOf(json.PurchaseOrders)).toMatchObject([{ Contact: { ContactID: into } }])
  await bed.control(`/realms/${bed.realm}/Contacts/${from}`, { ContactStatus: 'ACTIVE' })
})
