import { expect } from 'vitest'
import type { RemoteEmployee } from '../documents/catalogue-records.ts'
import { compareDocuments } from '../documents/compare-documents.ts'
import type { DocumentKind } from '../documents/document-kind.ts'
import { namingDropped } from '../documents/naming-dropped.ts'
import type { ConformanceOptions } from './connector-conformance.ts'
import { testWhenAble } from './test-when-able.ts'
import { withLedger } from './with-ledger.ts'

/** An employee out of the ledger's own list, on documents that name one. */
export function employeeConformance(options: ConformanceOptions & { kind: DocumentKind }): void {
  const { run, ledger, failure, fresh } = withLedger(options)
  const { capabilities } = options.connector
  const lacks = capabilities.documents[options.kind]?.lacks ?? []
  const names = {
    able: capabilities.employees === true && !lacks.includes('employee'),
    flag: capabilities.employees === true ? `documents.${options.kind}.lacks` : 'employees',
  }
  const listed = async () => {
    const rows: RemoteEmployee[] = []
    let cursor: string | undefined
    do {
      const page = await run('employee.list', cursor === undefined ? {} : { cursor })
      rows.push(...page.rows)
      cursor = page.next
    } while (cursor !== undefined)
    const [first, second] = rows.filter(({ active }) => active)
    const left = rows.find(({ active }) => !active)
    if (first === undefined || second === undefined || left === undefined)
      expect.unreachable('the practice ledger has employees, one of whom has left')
    return { first, second, left }
  }

  testWhenAble(
    { title: 'G-24 an employee is read back as it was sent, changed, and taken away', ...names },
    async () => {
      const { first, second } = await listed()
      const { document, requestKey } = fresh(options.kind)
      const { kind } = document
      const sent = { ...document, employee: { id: first.id } }
      const made = await run('document.create', sent, { requestKey })
      expect(compareDocuments(sent, made)).toEqual([])
      expect(made.employee).toEqual({ id: first.id, name: first.name })
      const other = { ...document, employee: { id: second.id } }
      expect(compareDocuments(other, made).map(({ field }) => field)).toEqual(['employee'])
      const { reference } = await run(
        'document.update',
        { document: other, reference: made.reference },
        { requestKey: `${requestKey}-2` },
      )
      expect((await run('document.get', { kind, reference }))?.employee?.id).toBe(second.id)
      const nobody = namingDropped(document, other)
      const without = await run(
        'document.update',
        { document: nobody, reference },
        { requestKey: `${requestKey}-3` },
      )
      expect([without.employee, compareDocuments(nobody, without)]).toEqual([undefined, []])
    },
  )

  testWhenAble(
    {
      title: 'G-24 an employee who has left, or never was, is refused and named, and nothing arrives',
      ...names,
    },
    async () => {
      const { left } = await listed()
      const { document, requestKey, number } = fresh(options.kind)
      const refused = [
        [left, 'inactive-reference'],
        [{ id: '999999', name: 'Nobody Here' }, 'unknown-reference'],
      ] as const
      for (const [{ id, name = '' }, code] of refused) {
        const sent = { ...document, employee: { id, name } }
        const error = await failure(run('document.create', sent, { requestKey: `${requestKey}-${id}` }))
        expect(error).toMatchObject({ code, cure: 'edit-form', outcomeUnknown: false })
        expect(error?.message).toContain(`“${name}”`)
      }
      expect(await ledger().countDocuments(number)).toBe(0)
    },
  )
}
