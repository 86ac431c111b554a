import { expect, test } from 'vitest'
import { compareDocuments } from '../documents/compare-documents.ts'
import type { DocumentKind } from '../documents/document-kind.ts'
import { namingDropped } from '../documents/naming-dropped.ts'
import { percentOf } from '../money/arithmetic.ts'
import type { ConformanceOptions } from './connector-conformance.ts'
import { firstClass } from './first-class.ts'
import { testWhenAble } from './test-when-able.ts'
import { withLedger } from './with-ledger.ts'

/** Documents of one kind: made, found, read back, changed, cancelled. */
export function documentConformance(options: ConformanceOptions & { kind: DocumentKind }): void {
  const { run, ledger, fresh: freshOf } = withLedger(options)
  const fresh = () => freshOf(options.kind)
  const takesItems =
    options.connector.capabilities.documents[options.kind]?.lineKinds.includes('item') ?? false

  test('a created document reads back as it was sent', async () => {
    const { document, requestKey } = fresh()
    const created = await run('document.create', document, { requestKey })
    expect(compareDocuments(document, created)).toEqual([])
    const read = await run('document.get', { kind: document.kind, reference: created.reference })
    if (read === null) expect.unreachable('the created document is not there')
    expect(compareDocuments(document, read)).toEqual([])
    expect(read).toMatchObject({ status: 'open', reference: { id: created.reference.id } })
  })

  test('the link to a document is built from our own setting', async () => {
    const { document, requestKey } = fresh()
    const { url, reference } = await run('document.create', document, { requestKey })
    const { booksUrl, companyId } = ledger()
    expect(url?.startsWith(`${booksUrl}/`)).toBe(true)
    expect(url).toBe(
      options.connector.documentUrl({ booksUrl, companyId, kind: document.kind, id: reference.id }),
    )
  })

  test('one key never makes two documents', async () => {
    const { document, requestKey, number } = fresh()
    const first = await run('document.create', document, { requestKey })
    const second = await run('document.create', document, { requestKey })
    expect(second.reference.id).toBe(first.reference.id)
    expect(await ledger().countDocuments(number)).toBe(1)
  })

  test('a document is found by number, vendor, date and total, and nothing else is', async () => {
    const { document, requestKey, number } = fresh()
    const { kind, party, date, net } = document
    const search = { kind, number, party, date, net }
    expect(await run('document.find', search)).toEqual([])
    const created = await run('document.create', document, { requestKey })
    expect((await run('document.find', search)).map(({ reference }) => reference.id)).toEqual([
      created.reference.id,
    ])
    expect(await run('document.find', { ...search, party: { id: '999999' } })).toEqual([])
  })

  test('what bears the number on another day and of another sum is shown to a person: what it is, and where', async () => {
    const { document, requestKey } = fresh()
    const { kind, number, party } = document
    const { reference, url } = await run('document.create', document, { requestKey })
    const other = { date: '2020-01-01', net: { minor: 1, currency: document.currency } }
    const [there] = await run('document.find', { kind, number, party, ...other })
    if (there === undefined) expect.unreachable('it was not found by its number and vendor')
    expect(there).toMatchObject({ reference: { id: reference.id }, number, url, party: { id: party.id } })
    expect(compareDocuments({ ...document, ...other }, there).map(({ field }) => field)).toEqual([
      'date',
      'net',
    ])
  })

  const numbersRepeat = options.connector.capabilities.documents[options.kind]?.numbersRepeat === true
  testWhenAble(
    {
      title: 'one that agrees in all hides none of the same number and vendor, and stands before them',
      able: numbersRepeat,
      flag: `documents.${options.kind}.numbersRepeat = ${numbersRepeat}`,
    },
    async () => {
      const { document, requestKey } = fresh()
      const { kind, number, party, date, net } = document
      const ours = await run('document.create', document, { requestKey })
      const later = await run(
        'document.create',
        { ...document, date: '2026-11-30' },
        { requestKey: `${requestKey}-2` },
      )
      const found = await run('document.find', { kind, number, party, date, net })
      const ids = [ours, later].map(({ reference }) => reference.id)
      expect(found.map(({ reference }) => reference.id)).toEqual(ids)
    },
  )

  test('the documents of a month are listed page by page, those of other days are not', async () => {
    const { document, requestKey, number } = fresh()
    const { reference } = await run('document.create', document, { requestKey })
    const listed = async (days: { from: string; to: string }) => {
      const found: string[] = []
      let cursor: string | undefined
      do {
        const range = { kind: document.kind, ...days, ...(cursor === undefined ? {} : { cursor }) }
        const page = await run('document.list', range)
        found.push(...page.rows.map((row) => row.reference.id))
        const [own] = page.rows.filter((row) => row.number === number)
        if (own !== undefined) expect(compareDocuments(document, own)).toEqual([])
        cursor = page.next
      } while (cursor !== undefined)
      return found.filter((id) => id === reference.id)
    }
    expect(await listed({ from: '2026-11-01', to: '2026-11-30' })).toEqual([reference.id])
    expect(await listed({ from: '2026-10-01', to: '2026-11-01' })).toEqual([])
    expect(await listed({ from: document.date, to: document.date })).toEqual([reference.id])
  })

  test('an update changes the same document, lines and all', async () => {
    const { document, requestKey, number } = fresh()
    const { reference } = await run('document.create', document, { requestKey })
    const [line] = document.lines
    if (line === undefined) expect.unreachable('the sample has lines')
    const { keepsDueDate = false } = options.connector.capabilities.documents[document.kind] ?? {}
    const { dueDate, ...rest } = document
    const revised = {
      ...rest,
      ...(keepsDueDate && dueDate !== undefined ? { dueDate } : {}),
      ...(document.memo === undefined ? {} : { memo: 'Changed' }),
      lines: [
        {
          ...line,
          ...(takesItems ? { quantity: '10' } : { unitPrice: '34.75' }),
          amount: { ...line.amount, minor: 3475 },
        },
      ],
      net: { ...document.net, minor: 3475 },
      total: { ...document.net, minor: 3475 + taxOn(3475, line.taxRate) },
    }
    const updated = await run(
      'document.update',
      { document: revised, reference },
      { requestKey: `${number}-2` },
    )
    expect(compareDocuments(revised, updated)).toEqual([])
    expect(updated.dueDate).toBe(revised.dueDate)
    expect(updated.reference.id).toBe(reference.id)
    expect(await ledger().countDocuments(number)).toBe(1)
  })

  const classes = {
    title: 'a class and a place to deliver to that the form has no more are taken away there',
    able: options.connector.capabilities.classes === true && options.kind !== 'receipt',
    flag: 'classes',
  }
  testWhenAble(classes, async () => {
    const { document, requestKey } = fresh()
    const mark = await firstClass(run)
    const before = { ...document, class: mark }
    const { reference, lines } = await run('document.create', before, { requestKey })
    expect(lines.map((line) => line.classes?.map(({ id }) => id))).toEqual(lines.map(() => [mark.id]))
    const { shipTo: _place, ...without } = document
    const changed = namingDropped(without, before)
    const updated = await run(
      'document.update',
      { document: changed, reference },
      { requestKey: `${requestKey}-2` },
    )
    expect(compareDocuments(changed, updated)).toEqual([])
    expect(updated.shipTo ?? '').toBe('')
    expect([updated, ...updated.lines].flatMap(({ classes = [] }) => classes)).toEqual([])
  })

  test('cancelling does what the capability says, and a second time does no harm', async () => {
    const { document, requestKey, number } = fresh()
    const how = options.connector.capabilities.documents[document.kind]?.cancel ?? 'none'
    if (how === 'none') return
    const { reference } = await run('document.create', document, { requestKey })
    const cancel = { kind: document.kind, reference, how }
    const status = how === 'close' ? 'closed' : 'removed'
    expect(await run('document.cancel', cancel, { requestKey: `${number}-x` })).toMatchObject({ status })
    expect(await run('document.cancel', cancel, { requestKey: `${number}-y` })).toMatchObject({ status })
  })

  const choice = {
    title: 'G-13 what cancelling closes is deleted by choice, open or closed, and is not there any more',
    able: options.connector.capabilities.documents[options.kind]?.deletesByChoice === true,
    flag: `documents.${options.kind}.deletesByChoice`,
  }
  testWhenAble(choice, async () => {
    for (const isClosed of [false, true]) {
      const { document, requestKey, number } = fresh()
      const { reference } = await run('document.create', document, { requestKey })
      const cancel = { kind: document.kind, reference }
      if (isClosed)
        await run('document.cancel', { ...cancel, how: 'close' }, { requestKey: `${number}-closed` })
      const there = await run('document.get', cancel)
      expect(there).toMatchObject({ removal: { becomes: 'deleted' } })
      expect(there).not.toHaveProperty('closing')
      const deleted = { ...cancel, how: 'delete' as const }
      expect(await run('document.cancel', deleted, { requestKey: `${number}-x` })).toMatchObject({
        status: 'removed',
      })
      expect(await run('document.get', cancel)).toBeNull()
    }
  })

  const mark = {
    title: 'an order is set billed and open again, each a second time without harm, and else stays as it is',
    able: options.connector.capabilities.documents[options.kind]?.marksBilled === true,
    flag: `documents.${options.kind}.marksBilled`,
  }
  testWhenAble(mark, async () => {
    const { document, requestKey } = fresh()
    const { reference } = await run('document.create', document, { requestKey })
    const marks = [
      ['billed', 'closed'],
      ['billed', 'closed'],
      ['open', 'open'],
      ['open', 'open'],
    ] as const
    for (const [position, [as, status]] of marks.entries()) {
      const input = { kind: document.kind, reference, as }
      const marked = await run('document.mark', input, { requestKey: `${requestKey}-${position}` })
      expect(marked).toMatchObject({ status, reference: { id: reference.id } })
      const read = await run('document.get', { kind: document.kind, reference })
      expect(read?.status).toBe(status)
    }
    const read = await run('document.get', { kind: document.kind, reference })
    expect(read === null ? null : compareDocuments(document, read)).toEqual([])
  })
}

function taxOn(minor: number, rate = '0'): number {
  return percentOf({ minor, currency: 'USD' }, rate).minor
}
