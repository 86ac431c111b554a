import { sampleDocument } from '@fieldledger/accounting/testing'
import { expect, test } from 'vitest'
import { mergeDocument } from './merge-document.ts'
import { fromPurchaseOrder, toPurchaseOrder } from './translate.ts'
import { toBill } from './translate-bill.ts'

const civil = { id: '5', name: 'Civil' }
const yard = { id: 'location:2', name: 'Yard' }
const sample = sampleDocument({ number: 'PO-1' })
/** As drafting makes it: marks stand on the lines. */
const marked = { ...sample, lines: sample.lines.map((line) => ({ ...line, class: civil, tracking: [yard] })) }
const place = { classes: { header: false, lines: true }, payable: { value: '33' } }
const reading = {
  kind: 'purchase-order',
  homeCurrency: 'USD',
  booksUrl: 'https://b.example',
  companyId: '1',
} as const

test('a location is the transaction’s, a class stands on its lines, and both are read back', () => {
  const body = toPurchaseOrder(marked, place)
  expect(body).toMatchObject({ DepartmentRef: { value: '2' } })
  expect(body).not.toHaveProperty('ClassRef')
  expect(body.Line.map((line) => JSON.stringify(line).includes('"ClassRef":{"value":"5"}'))).toEqual([
    true,
    true,
  ])
  const held = { ...body, Id: '9', SyncToken: '0', TotalAmt: 130.55 }
  const read = fromPurchaseOrder(held, reading)
  expect([read.classes, read.lines.map(({ classes }) => classes)]).toEqual([
    [{ id: 'location:2' }],
    [[{ id: '5' }], [{ id: '5' }]],
  ])
})

test('a company that keeps one class for the whole order gets that of the lines; a bill has none above them', () => {
  const classes = { header: true, lines: false }
  expect(toPurchaseOrder(marked, { ...place, classes })).toMatchObject({ ClassRef: { value: '5' } })
  const bill = toBill({ ...marked, kind: 'bill' }, { ...place, classes })
  expect(bill).not.toHaveProperty('ClassRef')
  expect(bill.DepartmentRef).toEqual({ value: '2' })
  expect(JSON.stringify(bill.Line)).toContain('"ClassRef":{"value":"5"}')
})

test('a location that the form has no more is taken away; one that a bookkeeper entered stays', () => {
  const held = (at: string) => ({
    ...toPurchaseOrder(sample, place),
    ...{ Id: '9', SyncToken: '0', TotalAmt: 130.55, DepartmentRef: { value: at } },
  })
  const lines = sample.lines.map((line) => ({ ...line, dropped: { tracking: [yard] } }))
  const document = { ...sample, lines }
  const after = (at: string) => mergeDocument(held(at), { body: toPurchaseOrder(document, place), document })
  expect(after('2')).not.toHaveProperty('DepartmentRef')
  expect(after('1')).toMatchObject({ DepartmentRef: { value: '1' } })
})
