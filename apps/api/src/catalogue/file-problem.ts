import { type CatalogueKind, fileColumns } from '@fieldledger/catalogue'
import type { TObject } from 'typebox'
import { BadRequest } from '../refusals.ts'
import { bodyCheck } from '../router/shapes.ts'

/** What a row of a file may not be, in the words of the file: the same rules as for a record that is typed. */
export function fileProblem(kind: CatalogueKind, input: TObject): (record: object) => string | undefined {
  const check = bodyCheck(input)
  const headings = new Map(fileColumns[kind].map(({ field, heading }) => [field, heading]))
  return (record) => {
    try {
      check(record)
      return undefined
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error
      const [refused] = error.errors
      const field = refused?.path.split('/')[1] ?? ''
      const heading = headings.get(field)
      const why = refused?.message.replace(/^"[^"]*" /, '') ?? ''
      return heading === undefined ? `It does not fit: ${why}.` : `${heading} ${why}.`
    }
  }
}
