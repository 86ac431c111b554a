import { describe, expect, test } from 'vitest'
import { type DocumentCapability, documentCapability } from '../connector/capabilities.ts'
import type { EditRule } from '../connector/edit-rule.ts'
import type { DocumentKind } from '../documents/document-kind.ts'
import type { LedgerDocument } from '../documents/ledger-document.ts'
import type { ConformanceOptions } from './connector-conformance.ts'
import { withLedger } from './with-ledger.ts'

/** What a connector says of changes is held against its fake: what it permits is taken there, what it forbids does not leave. */
export function editConformance(options: ConformanceOptions): void {
  const { documents } = options.connector.capabilities
  const kinds = (Object.keys(documents) as DocumentKind[]).flatMap((kind) => {
    const can = documentCapability(options.connector.capabilities, kind)
    return can?.create === true ? [{ kind, can }] : []
  })
  const { run, ledger, failure, ready } = withLedger(options)

  /** A document that stands in its ledger in this way, and how it was read there. */
  async function standing(
    { standing }: EditRule,
    { kind, can }: { kind: DocumentKind; can: DocumentCapability },
  ) {
    const { document: plain, requestKey } = await ready(kind)
    const first = can.firstStatus?.choices.find((choice) => choice === standing)
    const document = first === undefined ? plain : { ...plain, firstStatus: first }
    const { reference } = await run('document.create', document, { requestKey })
    await ledger().standAs({ kind, id: reference.id, standing })
    const read = () => run('document.get', { kind, reference })
    const there = await read()
    if (there === null) expect.unreachable('it is not there')
    /** What became of a change, and whether anything left. */
    const changed = async (wanted: LedgerDocument) => {
      let left = 0
      const input = { document: wanted, reference: there.reference }
      const beforeWrite = async () => {
        left += 1
      }
      const error = await failure(
        run('document.update', input, { requestKey: `${requestKey}-changed`, beforeWrite }),
      )
      return { error, left, now: await read() }
    }
    return { document, there, changed }
  }

  for (const { kind, can } of kinds)
    describe(`changes of a ${kind}`, () => {
      test.each(can.edits.map((rule) => [rule.words, rule] as const))('one that %s', async (_words, rule) => {
        const { document, there, changed } = await standing(rule, { kind, can })
        expect(there.standing).toBe(rule.standing)
        const { error, left, now } = await changed(withOtherText(document))
        if (rule.stays === 'everything') {
          expect(error).toMatchObject({ code: 'document-in-use', outcomeUnknown: false })
          expect(error?.message).toContain(rule.instead)
          expect([left, now]).toEqual([0, there])
          return
        }
        expect([error, left]).toEqual([undefined, 1])
        expect(now?.lines[0]?.description).toContain('and changed')
        if (rule.stays === 'nothing' || !rule.stays.includes('party')) return
        const { rows } = await run('vendor.list', {})
        const other = rows.find(({ active, reference }) => active && reference.id !== document.party.id)
        const again = await changed({ ...document, party: other?.reference ?? { id: '' } })
        expect(again).toMatchObject({ left: 0, error: { code: 'document-in-use' }, now })
        expect(again.error?.message).toContain(rule.instead)
      })
    })
}

function withOtherText(document: LedgerDocument): LedgerDocument {
  const [first, ...others] = document.lines
  if (first === undefined) return document
  return { ...document, lines: [{ ...first, description: `${first.description} and changed` }, ...others] }
}
