import { expect } from 'vitest'
import { compareDocuments } from '../documents/compare-documents.ts'
import type { DocumentKind } from '../documents/document-kind.ts'
import { namingDropped } from '../documents/naming-dropped.ts'
import { dueDateByTerms } from '../terms/due-date-by-terms.ts'
import type { ConformanceOptions } from './connector-conformance.ts'
import { testWhenAble } from './test-when-able.ts'
import { withLedger } from './with-ledger.ts'

/** Terms of payment out of the ledger's own list, on documents that name them. */
export function termsConformance(options: ConformanceOptions & { kind: DocumentKind }): void {
  const { run, ledger, failure, fresh } = withLedger(options)
  const { capabilities } = options.connector
  const lacks = capabilities.documents[options.kind]?.lacks ?? []
  const keeps = {
    able: capabilities.terms === true && !lacks.includes('terms'),
    flag: capabilities.terms === true ? `documents.${options.kind}.lacks` : 'terms',
  }
  /** All that are in use, the one of 30 days first. */
  const listed = async () => {
    const { rows } = await run('term.list', {})
    const [first, ...others] = rows
      .filter(({ active }) => active)
      .toSorted((one, other) => (other.paymentTerms?.days ?? -1) - (one.paymentTerms?.days ?? -1))
    const [second] = others
    if (first === undefined || second === undefined) expect.unreachable('the practice ledger has terms')
    return { first, second }
  }

  testWhenAble(
    { title: 'terms of payment are read back as they were sent, changed, and taken away', ...keeps },
    async () => {
      const { first, second } = await listed()
      const { document, requestKey } = fresh(options.kind)
      const sent = { ...document, terms: { id: first.id } }
      const made = await run('document.create', sent, { requestKey })
      expect([compareDocuments(sent, made), made.terms]).toEqual([[], { id: first.id, name: first.name }])
      const others = { ...document, terms: { id: second.id } }
      const { reference } = await run(
        'document.update',
        { document: others, reference: made.reference },
        { requestKey: `${requestKey}-2` },
      )
      const read = await run('document.get', { kind: document.kind, reference })
      expect(read?.terms?.id).toBe(second.id)
      const without = await run(
        'document.update',
        { document: namingDropped(document, others), reference },
        { requestKey: `${requestKey}-3` },
      )
      expect(without.terms).toBeUndefined()
    },
  )

  testWhenAble({ title: 'terms that are not there are refused, and named', ...keeps }, async () => {
    const { document, requestKey, number } = fresh(options.kind)
    const sent = { ...document, terms: { id: '999999', name: 'Net 400' } }
    const error = await failure(run('document.create', sent, { requestKey }))
    expect(error).toMatchObject({ code: 'unknown-reference', cure: 'edit-form', outcomeUnknown: false })
    expect(error?.message).toContain('“Net 400”')
    expect(await ledger().countDocuments(number)).toBe(0)
  })

  testWhenAble(
    {
      title: 'a due date that is not sent is counted there by the terms, as it is told beforehand',
      able: keeps.able && options.kind === 'bill',
      flag: keeps.able ? `documents.${options.kind}, of which no due date is counted` : keeps.flag,
    },
    async () => {
      const { first } = await listed()
      const { document, requestKey } = fresh(options.kind)
      const { dueDate: _none, ...rest } = document
      const sent = { ...rest, terms: { id: first.id } }
      const { dueDate } = await run('document.create', sent, { requestKey })
      if (first.paymentTerms === undefined) expect.unreachable('it does not say how they count')
      expect(dueDate).toBe(dueDateByTerms(document.date, first.paymentTerms))
    },
  )
}
