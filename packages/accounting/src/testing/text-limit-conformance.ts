import { expect, test } from 'vitest'
import type { DocumentKind } from '../documents/document-kind.ts'
import type { LedgerDocument } from '../documents/ledger-document.ts'
import type { ConformanceOptions } from './connector-conformance.ts'
import { withLedger } from './with-ledger.ts'

/** What is told before sending is what the ledger refuses: a text of the limit is taken, one character more is not. */
export function textLimitConformance(options: ConformanceOptions & { kind: DocumentKind }): void {
  const { run, failure, fresh } = withLedger(options)
  const { projects, documents } = options.connector.capabilities
  const { textLimits = {}, lacks = [] } = documents[options.kind] ?? {}
  const with_: Record<string, (document: LedgerDocument, text: string) => LedgerDocument> = {
    line: ({ lines: [first, ...others], ...document }, text) => ({
      ...document,
      lines: first === undefined ? others : [{ ...first, description: text }, ...others],
    }),
    shipTo: (document, text) => ({ ...document, shipTo: `${'Gate\n'.repeat(lines - 1)}${text}` }),
    project: (document, text) => ({ ...document, project: { id: text, name: text } }),
  }
  const lines = textLimits.shipToLines ?? 1
  for (const [target, put] of Object.entries(with_)) {
    const limit = textLimits[target as 'line' | 'shipTo' | 'project']
    if (limit === undefined || lacks.includes(target)) continue
    if (target === 'project' && projects !== 'text') continue
    test(`${target}: ${limit} characters are taken, one more is refused with a sentence`, async () => {
      const fits = fresh(options.kind)
      const { requestKey } = fits
      await run('document.create', put(fits.document, 'x'.repeat(limit)), { requestKey })
      const { document, requestKey: key } = fresh(options.kind)
      const error = await failure(
        run('document.create', put(document, 'x'.repeat(limit + 1)), { requestKey: key }),
      )
      expect(error).toMatchObject({ retryable: false, outcomeUnknown: false })
      expect(error?.message).toMatch(/[a-z]\.$/)
    })
  }
}
