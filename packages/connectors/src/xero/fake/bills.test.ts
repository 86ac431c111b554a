import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type JsonObject, listOf } from '../../fake-service/json.ts'
import { accountLine, openPracticeBed, sentencesOf } from './practice-bed.ts'

let bed: Awaited<ReturnType<typeof openPracticeBed>>

beforeAll(async () => {
  bed = await openPracticeBed()
})
afterAll(() => bed.close())

const bill = async (changes: JsonObject = {}) => ({
  Type: 'ACCPAY',
  Date: '2026-11-02',
  DueDate: '2026-12-02',
  ...(await bed.purchaseOrder()),
  ...changes,
})
const post = (id: unknown, body: JsonObject) => bed.api(`/Invoices/${String(id)}`, { body })

describe('bills', () => {
  test('a posted bill is due in full', async () => {
    const made = await bed.create('Invoices', await bill({ Status: 'AUTHORISED', InvoiceNumber: 'S-1' }))
    expect(made).toMatchObject({
      Type: 'ACCPAY',
      Status: 'AUTHORISED',
      InvoiceNumber: 'S-1',
      DueDateString: '2026-12-02T00:00:00',
      Total: 146.6,
      AmountDue: 146.6,
      AmountPaid: 0,
      UpdatedDateUTCString: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    })
  })

  test('two bills may bear the same supplier number, two sales invoices may not', async () => {
    for (const _time of [1, 2]) await bed.create('Invoices', await bill({ InvoiceNumber: 'SAME' }))
    const sale = await bill({
      Type: 'ACCREC',
      InvoiceNumber: 'SAME',
      LineItems: [accountLine({ AccountCode: '200' })],
    })
    await bed.create('Invoices', sale)
    expect(sentencesOf(await bed.put('/Invoices', { Invoices: [sale] }))).toContain(
      'Invoice # must be unique.',
    )
  })

  test.each<[title: string, changes: JsonObject, sentence: string]>([
    ['no due date when submitted', { Status: 'SUBMITTED', DueDate: '' }, 'Due Date must be specified'],
    ['no type', { Type: 'ACCPAYCREDIT' }, 'Invoice type must be specified'],
    [
      'a number of 256 characters',
      { InvoiceNumber: 'x'.repeat(256) },
      'The field InvoiceNumber must be a string with a maximum length of 255.',
    ],
    ['a new bill that is void', { Status: 'VOIDED' }, 'Invoice not of valid status for modification'],
    [
      'no account when posted',
      { Status: 'AUTHORISED', LineItems: [{ Description: 'x', UnitAmount: 5 }] },
      'Account code must be specified',
    ],
  ])('%s is refused', async (_title, changes, sentence) => {
    const answer = await bed.put('/Invoices', { Invoices: [await bill(changes)] })
    expect(answer.status).toBe(400)
    expect(sentencesOf(answer)).toContain(sentence)
  })

  test.each([
    ['DRAFT', ['SUBMITTED', 'DRAFT', 'AUTHORISED', 'VOIDED'], 200],
    ['SUBMITTED', ['DELETED'], 200],
    ['AUTHORISED', ['DELETED'], 400],
    ['AUTHORISED', ['DRAFT'], 400],
    ['DRAFT', ['VOIDED'], 400],
    ['DRAFT', ['PAID'], 400],
    ['AUTHORISED', ['VOIDED', 'AUTHORISED'], 400],
  ])('from %s over %j the last answer is %i', async (Status, steps, last) => {
    const made = await bed.create('Invoices', await bill({ Status }))
    const answers = []
    for (const step of steps) answers.push(await post(made.InvoiceID, { Status: step }))
    expect(answers.at(-1)?.status).toBe(last)
    if (last === 400)
      expect(sentencesOf(await post(made.InvoiceID, { Status: steps.at(-1) ?? '' }))).toContain(
        'Invoice not of valid status for modification',
      )
  })

  test('a bill makes the contact that it names anew, and edits the one that it knows', async () => {
    const made = await bed.create('Invoices', await bill({ Contact: { Name: 'Brand New Ltd' } }))
    expect(made).toMatchObject({ Contact: { Name: 'Brand New Ltd', ContactStatus: 'ACTIVE' } })
    const ContactID = await bed.contactId('Brand New Ltd')
    await bed.create('Invoices', await bill({ Contact: { ContactID, Name: 'Renamed By Bill' } }))
    expect(await bed.contactId('Renamed By Bill')).toBe(ContactID)
    const taken = await bill({ Contact: { ContactID, Name: 'Puget Ready Mix' } })
    expect((await bed.put('/Invoices', { Invoices: [taken] })).status).toBe(400)
    expect(await bed.contactId('Renamed By Bill')).toBe(ContactID)
  })

  test('a day before the lock date is closed', async () => {
    await bed.control(`/realms/${bed.realm}/settings`, { periodLockDate: '2026-06-30' })
    const answer = await bed.put('/Invoices', { Invoices: [await bill({ Date: '2026-06-30' })] })
    expect(sentencesOf(answer)).toEqual([
      'The document date cannot be before the period lock date, currently set at 30 June 2026',
    ])
    await bed.control(`/realms/${bed.realm}/settings`, { periodLockDate: null })
  })

  test('a list without a page leaves the lines out, one with a page and one bill have them', async () => {
    const made = await bed.create('Invoices', await bill({ InvoiceNumber: 'LINES' }))
    const lines = async (query: string) => {
      const { json } = await bed.api(`/Invoices${query}`)
      return listOf(listOf(json.Invoices)[0]?.LineItems).length
    }
    expect(await lines('?InvoiceNumbers=LINES')).toBe(0)
    expect(await lines('?InvoiceNumbers=LINES&page=1')).toBe(2)
    expect(await lines(`/${String(made.InvoiceID)}`)).toBe(2)
    const { json } = await bed.api(
      `/Invoices?${new URLSearchParams({ where: 'Type=="ACCPAY" AND Contact.Name=="Cascade Lumber Supply" AND InvoiceNumber=="LINES"' })}`,
    )
    expect(listOf(json.Invoices)).toHaveLength(1)
  })
})

describe('history and notes', () => {
  test('a note stands in the history, as what the system wrote', async () => {
    const order = await bed.create('PurchaseOrders', await bed.purchaseOrder())
    const path = `/PurchaseOrders/${String(order.PurchaseOrderID)}/History`
    const noted = await bed.put(path, { HistoryRecords: [{ Details: 'Sent by Fieldledger' }] })
    expect(noted.status).toBe(200)
    const records = listOf((await bed.api(path)).json.HistoryRecords)
    expect(records).toMatchObject([
      { Changes: 'Note', Details: 'Sent by Fieldledger', User: 'System Generated' },
      { Changes: 'Created' },
    ])
  })

  test.each([
    [
      'an unknown document',
      '00000000-0000-4000-8000-000000000000',
      'Hello',
      'The document with the supplied id was not found for this endpoint.',
    ],
    [
      '2501 characters',
      '',
      'x'.repeat(2501),
      'The field Details must be a string with a maximum length of 2500.',
    ],
    ['nothing', '', '', 'Details must be specified'],
  ])('a note with %s is refused', async (_title, id, Details, sentence) => {
    const [order] = await bed.elements('PurchaseOrders')
    const answer = await bed.put(`/PurchaseOrders/${id || String(order?.PurchaseOrderID)}/History`, {
      HistoryRecords: [{ Details }],
    })
    expect(answer.status).toBe(400)
    expect(sentencesOf(answer)).toEqual([sentence])
  })
})

describe('attachments', () => {
  const files = (id: unknown) => `/Invoices/${String(id)}/Attachments`
  const put = (path: string, text: string) =>
    bed.api(path, { method: 'PUT', text, headers: { 'content-type': 'text/plain' } })

  test('raw bytes go in, are listed, come out again, and the bill says that it has some', async () => {
    const made = await bed.create('Invoices', await bill())
    expect((await put(`${files(made.InvoiceID)}/slip%201.txt`, 'delivered')).status).toBe(200)
    const [listed] = listOf((await bed.api(files(made.InvoiceID))).json.Attachments)
    expect(listed).toMatchObject({ FileName: 'slip 1.txt', MimeType: 'text/plain', ContentLength: 9 })
    const read = await bed.api(`${files(made.InvoiceID)}/slip%201.txt`)
    expect([read.text, read.headers.get('content-type')]).toEqual([
      'delivered',
      expect.stringContaining('text/plain'),
    ])
    const { json } = await bed.api(`/Invoices/${String(made.InvoiceID)}`)
    expect(listOf(json.Invoices)).toMatchObject([{ HasAttachments: true }])
  })

  test('a forbidden name, an empty file and an eleventh file are refused', async () => {
    const made = await bed.create('Invoices', await bill())
    const path = files(made.InvoiceID)
    expect((await put(`${path}/a%2Fb.txt`, 'x')).status).toBe(400)
    expect((await put(`${path}/empty.txt`, '')).status).toBe(400)
    for (let count = 1; count <= 10; count += 1) await put(`${path}/${count}.txt`, 'x')
    expect(sentencesOf(await put(`${path}/11.txt`, 'x'))).toEqual([
      'A document can have a maximum of 10 attachments',
    ])
    expect((await put(`${path}/10.txt`, 'again')).status).toBe(200)
  })
})
