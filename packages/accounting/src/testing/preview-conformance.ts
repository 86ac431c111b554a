import { expect, test } from 'vitest'
import type { DocumentCapability } from '../connector/capabilities.ts'
import { comparableDocument } from '../documents/comparable-document.ts'
import { compareDocuments } from '../documents/compare-documents.ts'
import type { DocumentKind } from '../documents/document-kind.ts'
import { inOrderOf } from '../documents/in-order-of.ts'
import type { LedgerDocument, RemoteDocument } from '../documents/ledger-document.ts'
import { lineThere } from '../documents/line-there.ts'
import type { RemoteReference } from '../documents/remote-reference.ts'
import type { ConformanceOptions } from './connector-conformance.ts'
import { firstClass } from './first-class.ts'
import { testWhenAble } from './test-when-able.ts'
import { withLedger } from './with-ledger.ts'

/**
 * What the preview showed is what the ledger holds, field by field: the preview draws the very document that is sent.
 * A field that this ledger keeps elsewhere is not left out silently: it must be found where the capability says it lands.
 */
export function previewConformance(options: ConformanceOptions & { kind: DocumentKind }): void {
  const { run, fresh: freshOf, ready, ledger } = withLedger(options)
  const can = options.connector.capabilities.documents[options.kind]

  /** A document whose head names the first of these that is in use. */
  async function readBackNamed(
    rows: readonly { id: string; name?: string; active: boolean }[],
    head: (named: RemoteReference) => Partial<LedgerDocument>,
  ) {
    const { document, requestKey } = freshOf(options.kind)
    const named = rows.find(({ active }) => active)
    if (named === undefined) expect.unreachable('the practice ledger has one in use')
    const previewed = { ...document, ...head({ id: named.id }) }
    const { reference } = await run('document.create', previewed, { requestKey })
    const read = await run('document.get', { kind: previewed.kind, reference })
    if (read === null) expect.unreachable('the created document is not there')
    const shown = shownOf(previewOf(previewed, can))
    expect(shownOf(inOrderOf(previewed, read), Object.keys(shown))).toEqual(shown)
    return { document, named, shown, read }
  }

  testWhenAble(
    {
      title:
        'G-24 what was previewed is what is read back: the way back to the form, where the memo says nothing',
      able: can?.linksBack === true,
      flag: `documents.${options.kind}.linksBack`,
    },
    async () => {
      const { document, requestKey } = await ready(options.kind)
      const { memo: _none, ...rest } = document
      const previewed = { ...rest, backLink: 'https://forms.example.com/submissions/1?company=2' }
      const { reference } = await run('document.create', previewed, { requestKey })
      const read = await run('document.get', { kind: document.kind, reference })
      if (read === null) expect.unreachable('the created document is not there')
      expect(read.memo).toBe(previewed.backLink)
      expect(compareDocuments(previewed, read)).toEqual([])
    },
  )

  if (can?.ofOrder === true) {
    test('what was previewed is what is read back: how much arrived, and nothing of what it costs', async () => {
      const { document, requestKey } = await ready(options.kind)
      const { reference } = await run('document.create', document, { requestKey })
      const read = await run('document.get', { kind: document.kind, reference })
      if (read === null) expect.unreachable('the created document is not there')
      const shown = Object.entries(shownOf(previewOf(document, can))).filter(
        ([field]) => !/^(net|total)$|\.(unitPrice|amount)$/.test(field),
      )
      const fields = shown.map(([field]) => field)
      expect(fields).toEqual(expect.arrayContaining(['number', 'party', 'date', 'memo', 'lines.1.quantity']))
      expect(shownOf(inOrderOf(document, read), fields)).toEqual(Object.fromEntries(shown))
      expect(read.lines.map((line) => line.orderLine)).toEqual(document.lines.map((line) => line.orderLine))
    })
    return
  }

  test.each(Object.entries(variants))('what was previewed is what is read back: %s', async (_what, vary) => {
    const { document, requestKey } = freshOf(options.kind)
    const previewed = vary(document)
    const { reference } = await run('document.create', previewed, { requestKey })
    const read = await run('document.get', { kind: previewed.kind, reference })
    if (read === null) expect.unreachable('the created document is not there')
    const shown = shownOf(previewOf(previewed, can))
    expect(shownOf(inOrderOf(previewed, read), Object.keys(shown))).toEqual(shown)
    expect(read.shipTo).toBe(can?.lacks?.includes('shipTo') ? undefined : previewed.shipTo)
  })

  test('what was previewed is what is read back: a foreign currency, in which each amount stands', async () => {
    const party = await ledger().takeCurrency('EUR')
    const { document, requestKey } = freshOf(options.kind)
    const previewed = { ...inCurrency(document, 'EUR'), party: { id: party.id } }
    const { reference } = await run('document.create', previewed, { requestKey })
    const read = await run('document.get', { kind: previewed.kind, reference })
    if (read === null) expect.unreachable('the created document is not there')
    expect(compareDocuments(previewed, read)).toEqual([])
    const shown = shownOf(previewOf(previewed, can))
    expect(shownOf(inOrderOf(previewed, read), Object.keys(shown))).toEqual(shown)
    const amounts = [read.net, read.total ?? read.net, ...read.lines.map(({ amount }) => amount)]
    expect(new Set(amounts.map(({ currency }) => currency))).toEqual(new Set(['EUR']))
  })

  const { classes, projects, terms, employees } = options.connector.capabilities
  const keeps = (target: string) => can?.lacks?.includes(target) !== true

  testWhenAble(
    {
      title: 'what was previewed is what is read back: the class of each line',
      able: classes && keeps('class'),
      flag: 'classes',
    },
    async () => {
      const mark = await firstClass(run)
      const lines = await readBack((line) => ({ ...line, class: mark }))
      expect(lines.map((line) => line.classes?.map(({ id }) => id))).toEqual(lines.map(() => [mark.id]))
    },
  )

  testWhenAble(
    {
      title: 'what was previewed is what is read back: the job',
      able: projects !== undefined && keeps('project') && can?.notesBeside !== true,
      flag: 'projects',
    },
    async () => {
      const name = 'Harbor View Apartments'
      const [customer] = projects === 'text' ? [{ id: name }] : await run('customer.find', { name })
      if (customer === undefined) expect.unreachable('the practice ledger has this customer')
      const lines = await readBack((line) => ({ ...line, project: { id: customer.id, name } }))
      expect(lines.map((line) => line.projects?.map((job) => job.name))).toEqual(lines.map(() => [name]))
    },
  )

  testWhenAble(
    {
      title: 'what was previewed is what is read back: the terms of payment',
      able: terms === true && keeps('terms'),
      flag: terms === true ? `documents.${options.kind}.lacks` : 'terms',
    },
    async () => {
      const rows = (await run('term.list', {})).rows
      const { named, shown, read, document } = await readBackNamed(rows, (terms) => ({ terms }))
      expect(shown).toMatchObject({ terms: named.id, dueDate: document.dueDate })
      expect(read.terms?.name).toBe(named.name)
    },
  )

  testWhenAble(
    {
      title: 'G-24 what was previewed is what is read back: the employee',
      able: employees === true && keeps('employee'),
      flag: employees === true ? `documents.${options.kind}.lacks` : 'employees',
    },
    async () => {
      const rows = (await run('employee.list', {})).rows
      const { named, shown, read } = await readBackNamed(rows, (employee) => ({ employee }))
      expect(shown).toMatchObject({ employee: named.id })
      expect(read.employee?.name).toBe(named.name)
    },
  )

  async function readBack(change: (line: Line) => Line): Promise<RemoteDocument['lines']> {
    const { document, requestKey } = freshOf(options.kind)
    const previewed = withLines(document, change)
    const { reference } = await run('document.create', previewed, { requestKey })
    const read = await run('document.get', { kind: previewed.kind, reference })
    if (read === null) expect.unreachable('the created document is not there')
    expect(compareDocuments(previewed, read)).toEqual([])
    return read.lines
  }
}

type Vary = (document: LedgerDocument) => LedgerDocument

const variants: Readonly<Record<string, Vary>> = {
  'as people fill it in': (document) => document,
  'signs and alphabets': (document) =>
    withLines(document, (line) => ({ ...line, description: `O'Brien & "Söhne" <b>½″</b> 管 №7 ${line.id}` })),
  'one line, nothing optional': ({ dueDate: due, memo: _memo, notes: _notes, shipTo: _to, ...document }) => ({
    ...document,
    ...(document.kind === 'bill' && due !== undefined ? { dueDate: due } : {}),
    ...summed(document, document.lines.slice(0, 1)),
  }),
  'a line of quantity zero': (document) => {
    const [first, ...others] = document.lines
    if (first === undefined) return document
    const nothing = { ...first, quantity: '0', amount: { ...first.amount, minor: 0 } }
    const free = first.quantity === '1' ? { ...nothing, quantity: '1', unitPrice: '0' } : nothing
    return { ...document, ...summed(document, [free, ...others]) }
  },
  'a credit beside a charge': (document) => {
    const [first] = document.lines
    if (first === undefined) return document
    const back = {
      ...first,
      id: 'credit',
      quantity: '-1',
      amount: { ...first.amount, minor: -Math.round(first.amount.minor / Number(first.quantity)) },
    }
    return { ...document, ...summed(document, [...document.lines, creditOf(first, back)]) }
  },
}

type Line = LedgerDocument['lines'][number]

/** A line of one amount goes the other way by its price. */
function creditOf(line: Line, back: Line): Line {
  return line.quantity === '1'
    ? {
        ...back,
        quantity: '1',
        unitPrice: `-${line.unitPrice}`,
        amount: { ...line.amount, minor: -line.amount.minor },
      }
    : back
}

function withLines(document: LedgerDocument, change: (line: Line) => Line): LedgerDocument {
  return { ...document, lines: document.lines.map(change) }
}

function inCurrency(document: LedgerDocument, currency: string): LedgerDocument {
  const { net, total } = document
  const lines = document.lines.map((line) => ({ ...line, amount: { ...line.amount, currency } }))
  return { ...document, currency, lines, net: { ...net, currency }, total: { ...total, currency } }
}

function summed(
  document: Pick<LedgerDocument, 'net'>,
  lines: readonly Line[],
): Pick<LedgerDocument, 'lines' | 'net' | 'total'> {
  const untaxed = lines.map(({ taxRate: rate, ...line }) =>
    rate === undefined ? line : { ...line, taxRate: '0' },
  )
  const net = { ...document.net, minor: lines.reduce((sum, { amount }) => sum + amount.minor, 0) }
  return { lines: untaxed, net, total: net }
}

/** As the preview shows it: what the ledger has no field for stands where the capability says it lands. */
function previewOf(document: LedgerDocument, can: DocumentCapability | undefined): LedgerDocument {
  const lines = document.lines.map((line) => {
    const { quantity = '', unitPrice = '', ...there } = lineThere(line, can)
    return { ...line, ...there, quantity, unitPrice }
  })
  return { ...document, lines }
}

/** Every field that the preview shows, by what it says. */
function shownOf(
  document: LedgerDocument | RemoteDocument,
  fields?: readonly string[],
): Record<string, string> {
  const shown = [...comparableDocument(document)].filter(([field]) => fields?.includes(field) ?? true)
  return Object.fromEntries(shown.map(([field, { same }]) => [field, same]))
}
