import { documentCapability, lineThere } from '@fieldledger/accounting'
import type { DraftLine } from '../drafting/document-draft.ts'
import type { DraftInputs } from '../drafting/draft-inputs.ts'
import { heldProblem } from '../drafting/held-problem.ts'
import type { Problem } from '../graph/problem.ts'

interface Text {
  code: string
  what: string
  text: string
  limit: number | undefined
  place?: string | undefined
  params?: Record<string, string | number>
}

/** Job, place and the lines' texts against what the ledger takes of each, as it will show them. */
export function textProblems(
  inputs: DraftInputs,
  { shipTo, lines }: { shipTo?: string; lines: readonly DraftLine[] },
): Problem[] {
  const { connection, request } = inputs
  const can = documentCapability(connection.capabilities, request.documentKind)
  if (can === undefined) return []
  const { textLimits = {}, lands = {}, lacks = [], notesBeside, memoLimit } = can
  const kept = (target: string, text: string | undefined) => (lacks.includes(target) ? '' : (text ?? ''))
  const job = kept('project', lines.find(({ project }) => project !== undefined)?.project?.name)
  const place = kept('shipTo', shipTo)
  const note = notesBeside === true
  const texts: Text[] = [
    {
      code: 'project-too-long',
      what: 'The name of the project',
      text: note && job !== '' ? `Project: ${job}` : job,
      limit: note ? memoLimit : textLimits.project,
      place: lands.project,
    },
    {
      code: 'ship-to-too-long',
      what: 'The place to ship to',
      text: note && place !== '' ? `Ship to: ${place}` : longestLine(place, textLimits.shipToLines),
      limit: note ? memoLimit : textLimits.shipTo,
      place: lands.shipTo,
    },
    ...lines.map(
      (line, position): Text => ({
        code: 'line-text-too-long',
        what: `The description of line ${position + 1}`,
        text: lineThere(line, can).description,
        limit: textLimits.line,
        params: { line: position + 1, rowId: line.id },
      }),
    ),
  ]
  return texts.flatMap((text) => tooLong(text, connection.providerLabel))
}

function tooLong({ code, what, text, limit, place, params }: Text, label: string): Problem[] {
  const found = text.length
  if (limit === undefined || found <= limit) return []
  const where = place === undefined ? '' : ` in ${place}`
  const message = `${what} has ${found} characters there, and ${label} takes ${limit}${where}: shorten it.`
  return [heldProblem(code, message, { cure: 'edit-form', params: { ...params, limit, found } })]
}

/** An address of so many lines: what goes beyond them stands in the last one. */
function longestLine(text: string, most: number | undefined): string {
  if (most === undefined) return text
  const lines = text.split(/\r?\n/).flatMap((line) => line.trim() || [])
  const kept = [...lines.slice(0, most - 1), lines.slice(most - 1).join(', ')]
  return kept.reduce((longest, line) => (line.length > longest.length ? line : longest), '')
}
