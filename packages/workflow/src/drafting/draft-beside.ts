import { documentCapability, type LedgerDocument } from '@fieldledger/accounting'
import type { DraftLine } from './document-draft.ts'
import type { DraftInputs } from './draft-inputs.ts'

interface Beside {
  said: Pick<LedgerDocument, 'memo' | 'notes'>
  /** For the preview: what goes where nobody would look for it. */
  told: string[]
}

/** Where a document has no field for its memo it has none for its job and its place either: all become notes beside it. */
export function draftBeside(
  { connection, request }: DraftInputs,
  draft: { memo?: string; shipTo?: string; lines: readonly Pick<DraftLine, 'project'>[] },
): Beside {
  const { memo, shipTo, lines } = draft
  const there = documentCapability(connection.capabilities, request.documentKind)
  if (there?.notesBeside !== true) return { said: memo === undefined ? {} : { memo }, told: [] }
  const { name: job } = lines.find(({ project }) => project !== undefined)?.project ?? {}
  const [forJob, forPlace] = [there.lands?.project, there.lands?.shipTo]
  const further = [
    ...(job === undefined || forJob === undefined ? [] : [{ note: `Project: ${job}`, place: forJob }]),
    ...(shipTo === undefined || forPlace === undefined
      ? []
      : [{ note: `Ship to: ${shipTo}`, place: forPlace }]),
  ]
  const notes = [...(memo === undefined ? [] : [memo]), ...further.map(({ note }) => note)]
  return {
    said: notes.length === 0 ? {} : { notes },
    told: further.map(
      ({ note, place }) => `“${note}” goes to ${place}: the document has no field for it there.`,
    ),
  }
}
