import type { BesideDocument, DocumentKind } from '@fieldledger/accounting'
import { memoryPorts, operationPlayer, sampleDocument } from '@fieldledger/accounting/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { classify } from '../errors.ts'
import { practiceLedger } from '../practice-ledger.ts'
import { attachBeside } from './attach-beside.ts'

let ledger: Awaited<ReturnType<typeof open>>
const open = () => practiceLedger(memoryPorts)
beforeAll(async () => {
  ledger = await open()
})
afterAll(() => ledger.close())

const scan = { id: 'f1', name: 'scan "1".pdf', contentType: 'application/pdf', size: 3 }
const scope = (requestKey: string) => ({ companyId: 'company', connectionId: 'connection', requestKey })

let numbers = 0
async function create(kind: DocumentKind = 'bill'): Promise<string> {
  numbers += 1
  const input = sampleDocument({ kind, can: {}, number: `DOC-${numbers}`, ...ledger.sample })
  const made = await ledger.driver.run({ operation: 'document.create', input, scope: scope(input.number) })
  return made.reference.id
}
const attach = (
  id: string,
  beside: Partial<BesideDocument>,
  at: { kind?: DocumentKind; key?: string } = {},
) =>
  ledger.driver.run({
    operation: 'document.attach',
    input: { kind: at.kind ?? 'bill', reference: { id }, notes: [], files: [], ...beside },
    scope: scope(at.key ?? `key-${id}`),
  })
const thereBeside = async (id: string, type = 'Bill') => {
  const all: {
    AttachableRef: { EntityRef: { type: string; value: string } }[]
    FileName?: string
    Note?: string
  }[] = Object((await ledger.bed.books()).entities).Attachable
  return all
    .filter(({ AttachableRef: [to] }) => to?.EntityRef.type === type && to.EntityRef.value === id)
    .map(({ FileName, Note }) => FileName ?? Note)
    .toSorted()
}

test.each([
  ['bill', 'Bill'],
  ['purchase-order', 'PurchaseOrder'],
] as const)('the files of a %s and its comments stand beside it there', async (kind, type) => {
  const id = await create(kind)
  const beside = { notes: ['Agreed by phone.'], files: [scan, { ...scan, id: 'f2' }] }
  expect(await attach(id, beside, { kind })).toEqual({ notTaken: [] })
  expect(await thereBeside(id, type)).toEqual(['Agreed by phone.', 'scan "1" (2).pdf', 'scan "1".pdf'])
})

test('what is there already is brought no second time, what came later is', async () => {
  const id = await create()
  await attach(id, { notes: ['Damaged.'], files: [scan] })
  const later = { notes: ['Damaged.', 'Agreed by phone.'], files: [scan, { ...scan, name: 'slip.pdf' }] }
  await attach(id, later, { key: 'of-a-later-revision' })
  expect(await thereBeside(id)).toEqual(['Agreed by phone.', 'Damaged.', 'scan "1".pdf', 'slip.pdf'])
})

test.each(['reset-after', 'late', 'reset-before', '500'])(
  'files and notes whose answers were lost by %s are there once when it is tried again',
  async (fault) => {
    const id = await create()
    const beside = { notes: ['Damaged.'], files: [scan] }
    await ledger.failNext([fault, fault, fault], 'writes')
    await expect(attach(id, beside)).rejects.toMatchObject({ outcomeUnknown: false, retryable: true })
    await ledger.failNext([], 'all')
    expect(await attach(id, beside)).toEqual({ notTaken: [] })
    expect(await thereBeside(id)).toEqual(['Damaged.', 'scan "1".pdf'])
  },
)

const context = { companyId: '1', requestKey: 'key', currency: 'USD', booksUrl: 'http://books.example' }
const input = { kind: 'bill', reference: { id: '9' }, notes: [], files: [scan] } as const
const play = operationPlayer(classify)
const none = { body: { QueryResponse: {} } }

test('a file that is refused inside an answer 200, one that is too large, and one that is not there afterwards are told', () => {
  const fault = {
    Fault: {
      Error: [{ Message: 'No', Detail: 'Unsupported file type', code: '6000' }],
      type: 'ValidationFault',
    },
  }
  const large = { ...scan, id: 'f2', name: 'film.mov', size: 101_000_000 }
  const lost = { ...scan, id: 'f3', name: 'lost.pdf' }
  const packed = { ...scan, id: 'f4', name: 'photos.ZIP', contentType: 'application/zip' }
  const files = [scan, large, lost, packed]
  const { asked, ended } = play(attachBeside({ ...input, files, notes: [] }, context), [
    none,
    { body: { AttachableResponse: [fault] } },
    { body: { AttachableResponse: [{ Attachable: { Id: '1', FileName: 'lost.pdf', Size: 3 } }] } },
    none,
  ])
  expect(asked.map(({ step }) => step)).toEqual(['beside', 'file', 'file', 'beside-after'])
  expect(asked[1]).toMatchObject({ path: '/v3/company/{company}/upload', safeToRepeat: true })
  expect(asked[1]?.query?.requestid).not.toBe(asked[2]?.query?.requestid)
  expect(ended).toEqual({
    notTaken: [
      { what: scan.name, why: expect.stringContaining('Unsupported file type') },
      { what: 'film.mov', why: expect.stringContaining('at most 100 MB') },
      { what: 'photos.ZIP', why: expect.stringContaining('takes no zip files') },
      { what: 'lost.pdf', why: expect.stringContaining('does not stand beside the document') },
    ],
  })
})
