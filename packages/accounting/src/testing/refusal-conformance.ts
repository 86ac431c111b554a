import { expect, test } from 'vitest'
import type { DocumentKind } from '../documents/document-kind.ts'
import type { ConformanceOptions } from './connector-conformance.ts'
import { testWhenAble } from './test-when-able.ts'
import { withLedger } from './with-ledger.ts'

/** What a ledger refuses of documents of one kind, and in which words. */
export function refusalConformance(options: ConformanceOptions & { kind: DocumentKind }): void {
  const { run, ledger, failure, fresh: freshOf } = withLedger(options)
  const fresh = () => freshOf(options.kind)
  const takesItems =
    options.connector.capabilities.documents[options.kind]?.lineKinds.includes('item') ?? false

  test('a document that was removed there is missing, and an update says so', async () => {
    const { document, requestKey } = fresh()
    const { reference } = await run('document.create', document, { requestKey })
    await ledger().removeDocument(reference.id)
    expect(await run('document.get', { kind: document.kind, reference })).toBeNull()
    const error = await failure(
      run('document.update', { document, reference }, { requestKey: `${requestKey}-2` }),
    )
    expect(error).toMatchObject({ code: 'document-removed', outcomeUnknown: false })
  })

  test('a number that is too long is refused with its limit', async () => {
    const { document } = fresh()
    const limit = options.connector.capabilities.documents[document.kind]?.numberLimit ?? 0
    const long = { ...document, number: 'N'.repeat(limit + 1) }
    const error = await failure(run('document.create', long, { requestKey: 'too-long' }))
    expect(error).toMatchObject({ code: 'too-long', detail: { params: { limit, length: limit + 1 } } })
  })

  const closedPeriod = {
    title: 'the closed books are told beforehand, and a document of a closed day is refused with a sentence',
    able: options.kind === 'bill',
    flag: `documents.${options.kind}, which posts nothing`,
  }
  testWhenAble(closedPeriod, async () => {
    const { document, requestKey, number } = fresh()
    await ledger().closeBooks('2026-11-30')
    expect(await run('connect.check', {})).toMatchObject({ closedThrough: '2026-11-30' })
    const error = await failure(run('document.create', document, { requestKey }))
    await ledger().closeBooks(null)
    expect(error).toMatchObject({ code: 'period-closed', cure: 'edit-form', outcomeUnknown: false })
    expect(error?.message).toMatch(/Change the date on the form, or ask the bookkeeper to .+\.$/)
    expect(await ledger().countDocuments(number)).toBe(0)
  })

  const takenNumber = {
    title: 'a number that is taken is refused',
    able: options.connector.capabilities.documents[options.kind]?.numbersRepeat !== true,
    flag: `documents.${options.kind}.numbersRepeat`,
  }
  testWhenAble(takenNumber, async () => {
    const { document, requestKey } = fresh()
    await run('document.create', document, { requestKey })
    const error = await failure(run('document.create', document, { requestKey: `${requestKey}-other` }))
    expect(error).toMatchObject({ code: 'duplicate-number', cure: 'change-number' })
  })

  const inactiveItem = {
    title: 'an inactive item is named',
    able: takesItems && !options.connector.capabilities.items.alwaysActive,
    flag: takesItems ? 'items.alwaysActive' : `documents.${options.kind}.lineKinds`,
  }
  testWhenAble(inactiveItem, async () => {
    const { document, requestKey } = fresh()
    const { item } = ledger().sample
    const made = await run('item.create', {
      name: 'Item to retire',
      kind: 'service',
      expenseAccount: ledger().sample.expense,
      startDate: '2026-11-02',
    })
    await ledger().makeInactive('item', made.reference.id)
    const lines = document.lines.map((line) =>
      line.item?.id === item.id ? { ...line, item: made.reference } : line,
    )
    const error = await failure(run('document.create', { ...document, lines }, { requestKey }))
    expect(error).toMatchObject({ code: 'inactive-reference', cure: 'link-item' })
    expect(error?.message).toContain('Item to retire')
  })
}
