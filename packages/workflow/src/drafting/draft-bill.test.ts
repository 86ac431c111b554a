import type { DocumentCapability } from '@fieldledger/accounting'
import { expect, test } from 'vitest'
import { billInputs } from '../testing/bill-inputs.ts'
import { draftDocument } from './draft-document.ts'
import type { DraftInputs } from './draft-inputs.ts'

const codes = (inputs: DraftInputs) => draftDocument(inputs).problems.map(({ code }) => code)

test('G-04 a ledger that takes no bill without a due date holds it until there is one', () => {
  const inputs = billInputs({ needsDueDate: true })
  expect(codes(inputs)).toEqual([])
  const { dueDate: _unmapped, ...mapping } = inputs.request.mapping
  const held = draftDocument({ ...inputs, request: { ...inputs.request, mapping } })
  expect(held.problems).toMatchObject([{ code: 'due-date-missing', cure: 'edit-form', severity: 'error' }])
  expect(held.document).toBeUndefined()
})

test('a bill without a due date is due by the terms of its vendor where the ledger needs one, and says so', () => {
  const inputs = billInputs({ needsDueDate: true })
  const vendors = new Map(
    [...inputs.vendors].map(([id, vendor]) => [
      id,
      { ...vendor, paymentTerms: { count: 'day-of-next-month', days: 31 } as const },
    ]),
  )
  const typed = { ...inputs, vendors }
  expect(draftDocument(typed).document?.dueDate).toBe('2026-12-01')
  const { dueDate: _unmapped, ...mapping } = inputs.request.mapping
  const open = { ...typed, submittedOn: '2027-01-31', request: { ...inputs.request, mapping } }
  const { document, dueDate, notes, problems } = draftDocument(open)
  expect([document?.dueDate, dueDate, problems]).toEqual(['2027-02-28', '2027-02-28', []])
  expect(notes[0]).toMatch(/due on 2027-02-28, by the terms of .+ in The Ledger\.$/)
  const own = { ...open, connection: billInputs().connection }
  expect(draftDocument(own).document).not.toHaveProperty('dueDate')
})

test('G-04 a status that was chosen goes with the document, the usual one and one that the ledger has not do not', () => {
  const inputs = billInputs({
    firstStatus: { usual: 'awaiting-approval', choices: ['draft', 'awaiting-approval'] },
  })
  const made = (chosen: 'draft' | 'awaiting-approval' | 'approved') => {
    const rules = { ...inputs.connection.rules, firstStatus: { bill: chosen } }
    return draftDocument({ ...inputs, connection: { ...inputs.connection, rules } }).document?.firstStatus
  }
  expect([made('draft'), made('awaiting-approval'), made('approved')]).toEqual([
    'draft',
    undefined,
    undefined,
  ])
})

test('S1-14 where the ledger keeps notes beside a bill the memo goes as a note', () => {
  const { document } = draftDocument(billInputs({ notesBeside: true }))
  expect(document).toMatchObject({ notes: ['Gate 3'] })
  expect(document).not.toHaveProperty('memo')
})

test('a job and a place that the ledger has no field for on a bill go as notes, and the preview says so', () => {
  const base = billInputs({
    lineTax: true,
    notesBeside: true,
    lands: { project: 'History & Notes', shipTo: 'History & Notes' },
  })
  const { submission, request, links } = base
  const inputs: DraftInputs = {
    ...base,
    submission: { ...submission, values: { ...submission.values, f_job0001: ['j1'], f_place01: 'Gate 7' } },
    request: { ...request, mapping: { ...request.mapping, project: 'f_job0001', shipTo: 'f_place01' } },
    links: {
      ...links,
      projects: new Map([['j1', { remote: { id: 'Pier 9', name: 'Pier 9' }, active: true }]]),
    },
  }
  const { document, notes } = draftDocument(inputs)
  expect(document?.notes).toEqual(['Gate 3', 'Project: Pier 9', 'Ship to: Gate 7'])
  expect(notes).toEqual([
    '“Project: Pier 9” goes to History & Notes: the document has no field for it there.',
    '“Ship to: Gate 7” goes to History & Notes: the document has no field for it there.',
  ])
})

test('a bill that was made from an order names its lines there, unless its vendor is another one', () => {
  const order = {
    vendorId: 'V9',
    lines: new Map([['r1', { order: '77', line: '1', kind: 'item' as const }]]),
  }
  const linked = draftDocument({ ...billInputs({ linksOrders: true }), order })
  expect(linked.document?.lines.map(({ orderLine }) => orderLine)).toEqual([
    { order: '77', line: '1' },
    undefined,
    undefined,
  ])
  const ofAnother = { ...order, vendorId: 'V1' }
  for (const inputs of [
    { ...billInputs({ linksOrders: true }), order: ofAnother },
    { ...billInputs(), order },
  ])
    expect(JSON.stringify(draftDocument(inputs).document)).not.toContain('orderLine')
})

test('S0-18 a line of a bill stands in the same list as the line of the order that it bills', () => {
  const lines = (kind: 'item' | 'expense') =>
    draftDocument({
      ...billInputs({ linksOrders: true }),
      order: { vendorId: 'V9', lines: new Map([['r1', { order: '77', line: '1', kind }]]) },
    }).document?.lines
  // The pipe is linked with an item: on a service order it was an amount on an account all the same.
  expect(lines('expense')?.[0]).toMatchObject({ kind: 'expense', account: {}, orderLine: { line: '1' } })
  expect(lines('item')?.[0]).toMatchObject({ kind: 'item', orderLine: { line: '1' } })
})

/** A bill whose vendor's own number stands in a field of its form. */
function numberedInputs(paper: string, can: Partial<DocumentCapability> = {}): DraftInputs {
  const inputs = billInputs(can)
  Object.assign(inputs.submission.values, { f_paperno: paper })
  const { request } = inputs
  return { ...inputs, request: { ...request, mapping: { ...request.mapping, vendorNumber: 'f_paperno' } } }
}

test('S1-10 G-05 a bill goes under the number that its vendor gave it, and without one under ours', () => {
  const numberOf = (inputs: DraftInputs) => draftDocument(inputs).document?.number
  expect(numberOf(numberedInputs(' INV-0012/A '))).toBe('INV-0012/A')
  expect(numberOf(numberedInputs('  '))).toBe('PO-2026-0001')
  expect(numberOf(billInputs())).toBe('PO-2026-0001')
  const order = numberedInputs('INV-0012/A')
  expect(numberOf({ ...order, request: { ...order.request, documentKind: 'purchase-order' } })).toBe(
    'PO-2026-0001',
  )
})

test('S1-10 G-22 a vendor’s number that the ledger has no room for, or has already, is told as what is on the form', () => {
  const problemOf = (inputs: DraftInputs) => draftDocument(inputs).problems
  expect(problemOf(numberedInputs('N'.repeat(22)))).toMatchObject([
    { code: 'number-too-long', cure: 'edit-form', params: { limit: 21, found: 22 } },
  ])
  expect(problemOf(numberedInputs('N'.repeat(22)))[0]?.message).toMatch(/^The vendor's invoice number has 22/)
  const numberTakenBy = { submissionId: 's-other', formName: 'Bill' }
  const taken = { ...numberedInputs('INV-7'), numberTakenBy }
  expect(problemOf(taken)).toMatchObject([
    { code: 'number-taken', cure: 'edit-form', params: { number: 'INV-7', twinId: 's-other' } },
  ])
  expect(problemOf(taken)[0]?.message).toMatch(
    /^The Ledger has a bill of this vendor with the number INV-7 already, .+: correct the vendor's invoice number/,
  )
  const twins = [{ submissionId: 's-other', number: 'BILL-1', why: 'number' as const }]
  expect(problemOf({ ...taken, twins }).map(({ code }) => code)).toEqual(['possible-duplicate'])
  expect(problemOf({ ...numberedInputs('INV-7', { numbersRepeat: true }), numberTakenBy })).toEqual([])
  expect(problemOf({ ...billInputs(), numberTakenBy })).toMatchObject([{ cure: 'change-number' }])
})
