import { expect } from 'vitest'
import type { RemoteMark } from '../documents/catalogue-records.ts'
import { compareDocuments } from '../documents/compare-documents.ts'
import type { DocumentKind } from '../documents/document-kind.ts'
import type { LedgerDocument, RemoteDocument } from '../documents/ledger-document.ts'
import { namingDropped } from '../documents/naming-dropped.ts'
import type { RemoteReference } from '../documents/remote-reference.ts'
import type { ConformanceOptions } from './connector-conformance.ts'
import { testWhenAble } from './test-when-able.ts'
import { withLedger } from './with-ledger.ts'

/** Marks out of several of the ledger's lists, on each line at once. */
export function trackingConformance(options: ConformanceOptions & { kind: DocumentKind }): void {
  const { run, ledger, failure, fresh } = withLedger(options)
  const { capabilities } = options.connector
  const lacks = capabilities.documents[options.kind]?.lacks ?? []
  const targets = (capabilities.tracking ?? []).filter(({ target }) => !lacks.includes(target))
  const several = { able: targets.length > 1, flag: `tracking of ${targets.length}` }

  /** One mark in use out of each list. */
  const oneOfEach = async (): Promise<RemoteReference[]> => {
    const rows: RemoteMark[] = []
    let cursor: string | undefined
    do {
      const page = await run('class.list', cursor === undefined ? {} : { cursor })
      rows.push(...page.rows.filter(({ active }) => active))
      cursor = page.next
    } while (cursor !== undefined)
    const firsts = new Map(rows.toReversed().map((row) => [row.list, row]))
    expect(firsts.size).toBe(targets.length)
    return [...firsts.values()].toReversed().map(({ id }) => ({ id }))
  }

  testWhenAble(
    {
      title: 'a mark out of each list stands on each line, and goes when the form has it no more',
      ...several,
    },
    async () => {
      const marks = await oneOfEach()
      const { document, requestKey } = fresh(options.kind)
      const sent = marked(document, marks)
      const made = await run('document.create', sent, { requestKey })
      expect(compareDocuments(sent, made)).toEqual([])
      const all = marks.map(({ id }) => id).toSorted()
      expect(made.lines.map((line) => idsOn(line, made))).toEqual(made.lines.map(() => all))
      const { reference } = made
      const fewer = namingDropped(marked(document, marks.slice(0, 1)), sent)
      const keys = { requestKey: `${requestKey}-2` }
      const updated = await run('document.update', { document: fewer, reference }, keys)
      expect(compareDocuments(fewer, updated)).toEqual([])
      expect(updated.lines.map((line) => idsOn(line, updated))).toEqual(
        updated.lines.map(() => [marks[0]?.id]),
      )
      const swapped = marked(document, marks.toReversed())
      expect(compareDocuments(swapped, updated).map(({ field }) => field)).toEqual(
        document.lines.map((_line, position) => `lines.${position + 1}.class`),
      )
    },
  )

  testWhenAble(
    { title: 'a mark that is not there is refused, whichever list it would be of', ...several },
    async () => {
      const { document, requestKey, number } = fresh(options.kind)
      for (const [position, { id }] of (await oneOfEach()).entries()) {
        const unknown = { id: id.includes('-') ? `${id.slice(0, -1)}x` : id.replace(/\d+$/, '999999') }
        const sent = marked(document, [unknown])
        const error = await failure(run('document.create', sent, { requestKey: `${requestKey}-${position}` }))
        expect(error).toMatchObject({ cure: 'edit-form', outcomeUnknown: false })
      }
      expect(await ledger().countDocuments(number)).toBe(0)
    },
  )
}

/** As drafting makes it: on the lines. */
function marked(document: LedgerDocument, [first, ...others]: readonly RemoteReference[]): LedgerDocument {
  const marks = { ...(first && { class: first }), ...(others.length > 0 && { tracking: others }) }
  return { ...document, lines: document.lines.map((line) => ({ ...line, ...marks })) }
}

/** A ledger may keep one of its lists for the whole document. */
function idsOn({ classes = [] }: RemoteDocument['lines'][number], document: RemoteDocument): string[] {
  const ids = [...classes, ...(document.classes ?? [])].map(({ id }) => id)
  return [...new Set(ids)].toSorted()
}
