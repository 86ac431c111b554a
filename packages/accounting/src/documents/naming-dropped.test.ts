import { expect, test } from 'vitest'
import { sampleDocument } from '../testing/sample-inputs.ts'
import { compareDocuments } from './compare-documents.ts'
import type { RemoteDocument } from './ledger-document.ts'
import { namingDropped } from './naming-dropped.ts'

const before = { ...sampleDocument({ number: 'PO-1' }), class: { id: 'north' }, project: { id: 'job' } }
const { memo: _memo, shipTo: _shipTo, class: _class, project: _project, ...now } = before

test('a version names what the one before said and it does not: memo, place, class and project, head and lines', () => {
  const named = namingDropped(now, before)
  expect(named.dropped).toEqual({ memo: before.memo, shipTo: before.shipTo, class: { id: 'north' } })
  expect(named.lines.map(({ dropped }) => dropped)).toEqual(
    Array(2).fill({ class: { id: 'north' }, project: { id: 'job' } }),
  )
  expect(namingDropped(before, before)).toEqual(before)
})

test('what is still there of it is a difference, what a person entered instead is none', () => {
  const read = (mark: string, memo?: string): RemoteDocument => ({
    ...now,
    status: 'open',
    reference: { id: '9' },
    ...(memo === undefined ? {} : { memo }),
    lines: now.lines.map((line) => ({ ...line, classes: [{ id: mark }], projects: [] })),
  })
  const fields = (found: RemoteDocument) =>
    compareDocuments(namingDropped(now, before), found).map(({ field }) => field)
  expect(fields(read('north', before.memo))).toEqual(['memo', 'lines.1.class', 'lines.2.class'])
  expect(fields(read('south', 'by hand'))).toEqual([])
})

test('a class that was sent and is not there is a difference, unless the ledger tells no classes', () => {
  const line = (classes?: { id: string }[]) => ({ ...now.lines[0], ...(classes && { classes }) })
  const fields = (classes?: { id: string }[]) => {
    const sent = { ...now, class: { id: 'north' } }
    const lines = [line(classes), now.lines[1]] as RemoteDocument['lines']
    return compareDocuments(sent, { ...now, status: 'open', reference: { id: '9' }, lines }).length
  }
  expect([fields(), fields([]), fields([{ id: 'north' }])]).toEqual([0, 1, 0])
})
