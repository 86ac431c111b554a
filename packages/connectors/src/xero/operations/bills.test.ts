import {
  type BesideDocument,
  compareDocuments,
  type LedgerDocument,
  type LedgerError,
} from '@fieldledger/accounting'
import { memoryPorts, sampleDocument } from '@fieldledger/accounting/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { practiceLedger } from '../practice-ledger.ts'

let ledger: Awaited<ReturnType<typeof open>>
const open = () => practiceLedger(memoryPorts)
beforeAll(async () => {
  ledger = await open()
})
afterAll(() => ledger.close())

let numbers = 0
const fresh = (): LedgerDocument => {
  numbers += 1
  return sampleDocument({ kind: 'bill', number: `BILL-${numbers}`, ...ledger.sample })
}
const scope = (requestKey: string) => ({ companyId: 'company', connectionId: 'connection', requestKey })
const create = (input: LedgerDocument) =>
  ledger.driver.run({ operation: 'document.create', input, scope: scope(`key-${input.number}`) })
const update = (document: LedgerDocument, id: string) =>
  ledger.driver.run({
    operation: 'document.update',
    input: { document, reference: { id } },
    scope: scope(`key-${document.number}-2`),
  })
const read = (id: string) =>
  ledger.driver.run({
    operation: 'document.get',
    input: { kind: 'bill', reference: { id } },
    scope: scope(''),
  })
const cancel = (id: string) =>
  ledger.driver.run({
    operation: 'document.cancel',
    input: { kind: 'bill', reference: { id }, how: 'delete' },
    scope: scope(`cancel-${id}`),
  })
const failure = (sent: Promise<unknown>): Promise<LedgerError> =>
  sent.then(
    () => expect.unreachable('it was not refused'),
    (error) => error,
  )
const approveByHand = (id: string) =>
  ledger.bed.control(`/realms/${ledger.bed.realm}/Invoices/${id}`, { Status: 'AUTHORISED' })
const inBooks = async (id: string) =>
  (await ledger.bed.elements('Invoices')).find(({ InvoiceID }) => InvoiceID === id)
const notesOf = async (id: string) => {
  const { json } = await ledger.bed.api(`/Invoices/${id}/History`)
  const records: { Changes: string; Details: string; User: string; DateUTCString: string }[] =
    Object(json).HistoryRecords
  return records.filter(({ Changes }) => Changes === 'Note')
}
const filesOf = async (id: string): Promise<string[]> => {
  const { json } = await ledger.bed.api(`/Invoices/${id}/Attachments`)
  const files: { FileName: string }[] = Object(json).Attachments
  return files.map(({ FileName }) => FileName).toSorted()
}
const scan = { id: 'f1', name: 'scan.pdf', contentType: 'application/pdf', size: 3 }

test('a vendor whose contact was merged there is inactive; its bills are the other’s, and new ones are held to be linked', async () => {
  const { bed } = ledger
  const vendor = (name: string) =>
    ledger.driver.run({ operation: 'vendor.create', input: { name }, scope: scope(`key-${name}`) })
  const [gone, left] = [await vendor('Acme North'), await vendor('Acme')]
  const made = await create({ ...fresh(), party: gone.reference })
  await bed.control(`/realms/${bed.realm}/Contacts/${gone.reference.id}/merge`, { into: left.reference.id })
  const found = await ledger.driver.run({
    operation: 'vendor.get',
    input: { reference: gone.reference },
    scope: scope(''),
  })
  expect(found).toMatchObject({ active: false })
  expect(await read(made.reference.id)).toMatchObject({ party: { id: left.reference.id } })
  expect(await failure(create({ ...fresh(), party: gone.reference }))).toMatchObject({
    code: 'inactive-reference',
    cure: 'link-vendor',
    message: expect.stringContaining('merged into another contact there. Link the contact that is left'),
  })
})

test('S1-05 S1-06 G-04 a bill arrives as Awaiting Approval, never as a draft', async () => {
  const document = fresh()
  const made = await create(document)
  expect(compareDocuments(document, made)).toEqual([])
  expect(made.stateThere).toBe('Awaiting Approval')
  expect(await inBooks(made.reference.id)).toMatchObject({ Type: 'ACCPAY', Status: 'SUBMITTED' })
})

test.each([
  ['draft', 'DRAFT', 'Draft'],
  ['approved', 'AUTHORISED', 'Awaiting Payment'],
] as const)('G-04 by choice a bill is made as %s', async (firstStatus, Status, shown) => {
  const made = await create({ ...fresh(), firstStatus })
  expect(made.stateThere).toBe(shown)
  expect(await inBooks(made.reference.id)).toMatchObject({ Status })
})

test('which tax rates may stand on a purchase is told beforehand', async () => {
  const told = await ledger.driver.run({ operation: 'connect.check', input: {}, scope: scope('') })
  expect(told.purchaseTaxRates).toContain('8.25')
  expect(told.purchaseTaxRates).not.toContain('9.1')
})

test('S1-20 G-14 the tax rate of a line is Xero’s rate of that height for purchases, and the total equals the paper', async () => {
  const made = await create(fresh())
  const bill = await inBooks(made.reference.id)
  expect(bill).toMatchObject({ LineItems: [{ TaxType: 'INPUT' }, { TaxType: 'NONE' }], Total: 132.84 })
  const document = fresh()
  const lines = document.lines.map((line) => ({ ...line, taxRate: '9.1' }))
  const error = await failure(create({ ...document, lines }))
  expect(error).toMatchObject({ code: 'no-such-tax-rate', outcomeUnknown: false })
  expect(error.message).toContain('9.1 %')
  expect(await ledger.countDocuments(document.number)).toBe(0)
})

test('an account that takes fewer tax rates is told beforehand; of two types of one height the fitting one is sent', async () => {
  const { bed } = ledger
  const setRate = (type: string, may: Record<string, boolean>) =>
    bed.control(`/realms/${bed.realm}/TaxRates/${type}`, may)
  const taxed = () => {
    const document = fresh()
    const [line] = document.lines.filter(({ kind }) => kind === 'expense')
    const asset = line === undefined ? [] : [{ ...line, account: { id: '710' }, taxRate: '8.25' }]
    const net = asset[0]?.amount ?? document.net
    return { ...document, lines: asset, net, total: net }
  }
  const check = () => ledger.driver.run({ operation: 'connect.check', input: {}, scope: scope('') })
  expect((await check()).accountTaxRates?.some(({ account }) => account === '710')).toBe(false)
  await setRate('INPUT', { CanApplyToAssets: false })
  const { accountTaxRates } = await check()
  expect(accountTaxRates).toContainEqual({ account: '710', rates: ['0'], codes: [] })
  expect(accountTaxRates?.some(({ account }) => account === '400')).toBe(false)
  const error = await failure(create(taxed()))
  expect([error.code, error.detail.providerMessage]).toEqual([
    'wrong-account',
    expect.stringContaining("'INPUT' cannot be used with account code '710'"),
  ])
  await setRate('OUTPUT', { CanApplyToExpenses: true, CanApplyToAssets: true })
  const { reference } = await create(taxed())
  expect(await inBooks(reference.id)).toMatchObject({ LineItems: [{ TaxType: 'OUTPUT' }] })
  await setRate('OUTPUT', { CanApplyToExpenses: false })
  await setRate('INPUT', { CanApplyToAssets: true })
})

test('S1-20 of two tax types of one height that may stand on one account none is guessed: the chosen one is sent and read back', async () => {
  const { bed } = ledger
  const also = (CanApplyToExpenses: boolean) =>
    bed.control(`/realms/${bed.realm}/TaxRates/OUTPUT`, { CanApplyToExpenses })
  const taxed = (taxCode?: { id: string }) => {
    const document = fresh()
    const [line] = document.lines.filter(({ kind }) => kind === 'expense')
    const of = { account: { id: '400' }, taxRate: '8.25', ...(taxCode === undefined ? {} : { taxCode }) }
    const lines = line === undefined ? [] : [{ ...line, ...of }]
    const net = lines[0]?.amount ?? document.net
    return { ...document, lines, net, total: net }
  }
  await also(true)
  try {
    const { taxCodes } = await ledger.driver.run({
      operation: 'connect.check',
      input: {},
      scope: scope(''),
    })
    expect(taxCodes).toEqual([
      { id: 'INPUT', name: 'Tax on Purchases', rate: '8.25' },
      { id: 'OUTPUT', name: 'Tax on Sales', rate: '8.25' },
    ])
    const open = taxed()
    const error = await failure(create(open))
    expect(error.message).toMatch(
      /8\.25 % may bear Tax on Purchases, Tax on Sales, and none of them is chosen/,
    )
    expect(await ledger.countDocuments(open.number)).toBe(0)
    const sent = taxed({ id: 'OUTPUT' })
    const made = await create(sent)
    expect(await inBooks(made.reference.id)).toMatchObject({ LineItems: [{ TaxType: 'OUTPUT' }] })
    expect(made.lines).toMatchObject([{ taxCode: { id: 'OUTPUT' } }])
    const gone = await failure(create(taxed({ id: 'MOON' })))
    expect(gone.message).toMatch(/none of them is chosen/)
  } finally {
    await also(false)
  }
})

const attach = (id: string, beside: Partial<BesideDocument>) =>
  ledger.driver.run({
    operation: 'document.attach',
    input: { kind: 'bill', reference: { id }, notes: [], files: [], ...beside },
    scope: scope(`key-${id}`),
  })

test('S1-14 S1-17 S1-18 notes stand in the history with the day of the upload, as what the system wrote', async () => {
  const { reference } = await create(fresh())
  await attach(reference.id, { notes: ['Two pallets were damaged.', 'Agreed by phone.'] })
  const notes = await notesOf(reference.id)
  expect(notes.map(({ Details }) => Details).toSorted()).toEqual([
    'Agreed by phone.',
    'Two pallets were damaged.',
  ])
  for (const { User, DateUTCString } of notes) {
    expect(User).toBe('System Generated')
    expect(DateUTCString.slice(0, 10)).toBe(new Date().toISOString().slice(0, 10))
  }
})

test('notes and files that are there already are brought no second time, later ones are', async () => {
  const { reference } = await create(fresh())
  const notes = ['Two pallets were damaged.']
  await attach(reference.id, { notes, files: [scan] })
  await attach(reference.id, { notes: [...notes, 'Agreed by phone.'], files: [scan, { ...scan, id: 'f2' }] })
  expect((await notesOf(reference.id)).map(({ Details }) => Details).toSorted()).toEqual([
    'Agreed by phone.',
    'Attachment: scan (2).pdf',
    'Attachment: scan.pdf',
    'Two pallets were damaged.',
  ])
  expect(await filesOf(reference.id)).toEqual(['scan (2).pdf', 'scan.pdf'])
})

test('S1-16 files are attached, and History and Notes names them; one that is too much is told, and keeps nobody', async () => {
  const { reference } = await create(fresh())
  const large = { ...scan, id: 'f3', name: 'film.mov', size: 11_000_000 }
  const { notTaken } = await attach(reference.id, { files: [large, { ...scan, name: 'a/b: scan?.pdf' }] })
  expect(notTaken).toEqual([{ what: 'film.mov', why: expect.stringContaining('at most 10 MB') }])
  expect(await filesOf(reference.id)).toEqual(['a-b- scan-.pdf'])
  expect((await notesOf(reference.id)).map(({ Details }) => Details)).toEqual(['Attachment: a-b- scan-.pdf'])
})

test.each(['reset-after', 'late', 'reset-before', '500'])(
  'notes and files whose answers were lost by %s are there once when it is tried again',
  async (fault) => {
    const { reference } = await create(fresh())
    const beside = { notes: ['Two pallets were damaged.'], files: [scan] }
    await ledger.failNext([fault, fault, fault], 'writes')
    expect(await failure(attach(reference.id, beside))).toMatchObject({
      outcomeUnknown: false,
      retryable: true,
    })
    await ledger.failNext([], 'all')
    expect(await attach(reference.id, beside)).toEqual({ notTaken: [] })
    expect(await notesOf(reference.id)).toHaveLength(2)
    expect(await filesOf(reference.id)).toEqual(['scan.pdf'])
  },
)

test('S1-28 while it awaits approval there, Xero shows what was changed', async () => {
  const document = fresh()
  const { reference } = await create(document)
  const updated = await update({ ...document, dueDate: '2026-12-24' }, reference.id)
  expect(updated).toMatchObject({ dueDate: '2026-12-24', stateThere: 'Awaiting Approval' })
  expect(await inBooks(reference.id)).toMatchObject({ Status: 'SUBMITTED' })
})

test('S1-07 S1-30 once it is approved there it reads Awaiting Payment, and changes are refused with a sentence', async () => {
  const document = fresh()
  const { reference } = await create(document)
  await approveByHand(reference.id)
  expect(await read(reference.id)).toMatchObject({ stateThere: 'Awaiting Payment', status: 'open' })
  const error = await failure(update({ ...document, dueDate: '2026-12-24' }, reference.id))
  expect(error).toMatchObject({ code: 'document-in-use', outcomeUnknown: false })
  expect(error.message).toContain('already approved in Xero')
  expect(await read(reference.id)).toMatchObject({ dueDate: document.dueDate })
})

test('S1-08 once a payment is added there it reads Paid, and stays as it is', async () => {
  const document = fresh()
  const { reference } = await create(document)
  await approveByHand(reference.id)
  await ledger.bed.control(`/realms/${ledger.bed.realm}/Invoices/${reference.id}/payments`, {})
  expect(await read(reference.id)).toMatchObject({ stateThere: 'Paid', status: 'closed' })
  const error = await failure(cancel(reference.id))
  expect(error).toMatchObject({ code: 'document-in-use', detail: { entry: 'moved-on' } })
})

test('S1-09 a bill that is made repeating there reads Repeating until it is paid', async () => {
  const { reference } = await create(fresh())
  await ledger.bed.control(`/realms/${ledger.bed.realm}/Invoices/${reference.id}/repeat`, {})
  expect(await read(reference.id)).toMatchObject({ stateThere: 'Repeating', status: 'open' })
})

test('S1-31 S1-32 G-13 a cancelled bill is deleted there, and stands in no stage', async () => {
  const { reference } = await create(fresh())
  expect(await cancel(reference.id)).toMatchObject({ status: 'removed', stateThere: 'Deleted' })
  expect(await inBooks(reference.id)).toMatchObject({ Status: 'DELETED' })
  expect(await read(reference.id)).toBeNull()
})

test('G-13 a bill that was approved and not paid is voided', async () => {
  const { reference } = await create(fresh())
  await approveByHand(reference.id)
  expect(await cancel(reference.id)).toMatchObject({ status: 'removed', stateThere: 'Voided' })
  expect(await inBooks(reference.id)).toMatchObject({ Status: 'VOIDED' })
})

test('the bill that was sent last is found among more than a hundred of its number: a vendor may number none of them', async () => {
  const rent = { ...fresh(), number: 'RENT' }
  const at = (date: string, key: string) =>
    ledger.driver.run({ operation: 'document.create', input: { ...rent, date }, scope: scope(key) })
  for (let before = 0; before < 100; before += 1) await at('2026-01-31', `rent-${before}`)
  const { reference } = await at('2026-02-28', 'rent-last')
  const { kind, number, party, net } = rent
  const input = { kind, number, party, net, date: '2026-02-28' }
  const found = await ledger.driver.run({ operation: 'document.find', input, scope: scope('') })
  expect(found[0]?.reference.id).toBe(reference.id)
})
