import {
  InactiveReference,
  type LedgerError,
  type Operation,
  trackingMarks,
  UnknownReference,
} from '@fieldledger/accounting'
import type { Static, TSchema } from 'typebox'
import { explainReferences } from '../../explain-references.ts'
import { exchange } from '../read-answer.ts'
import { queryRequest, quoted } from '../requests.ts'
import { idsThere } from '../tracking-reference.ts'
import { queryAnswers } from '../wire.ts'

const entities = {
  vendor: 'Vendor',
  item: 'Item',
  account: 'Account',
  class: 'Class',
  location: 'Department',
  term: 'Term',
  project: 'Customer',
} as const
type RecordKind = keyof typeof entities

/** QuickBooks refuses “something inactive” without saying what. */
export const explainingReferences = explainReferences<RecordKind>({
  label: 'QuickBooks',
  isAboutReference: (error): error is LedgerError =>
    error instanceof InactiveReference || error instanceof UnknownReference,
  named: ({ party, lines, project, terms, ...document }) => [
    ['vendor', [party]],
    ['item', lines.map(({ item }) => item)],
    ['account', lines.map(({ account }) => account)],
    ['class', [document, ...lines].flatMap((marked) => marksOf(marked).class)],
    ['location', [document, ...lines].flatMap((marked) => marksOf(marked).location)],
    ['term', [terms]],
    ['project', [project, ...lines.map((line) => line.project)]],
  ],
  // Queries travel in the address: not too many ids at once.
  atOnce: 50,
  activeById,
})

/** By the ids of their own lists. */
function marksOf(marked: Parameters<typeof trackingMarks>[0]) {
  const marks = trackingMarks(marked).map((mark) => ({ mark, ids: idsThere([mark]) }))
  return {
    class: marks.flatMap(({ mark, ids: { classId } }) => (classId === undefined ? [] : [mark])),
    location: marks.flatMap(({ mark, ids: { locationId: id } }) =>
      id === undefined ? [] : [{ ...mark, id }],
    ),
  }
}

function* activeById(record: RecordKind, ids: readonly string[]): Operation<Map<string, boolean>> {
  const entity = entities[record]
  const query = `select * from ${entity} where Id in (${ids.map(quoted).join(', ')}) and Active in (true, false) maxresults 1000`
  const schema: TSchema = queryAnswers[entity]
  const answer = (yield* exchange(queryRequest(`check-${entity.toLowerCase()}`, query), schema)) as Static<
    (typeof queryAnswers)[typeof entity]
  >
  const rows = Object.values(answer.QueryResponse).flatMap((list) => list ?? [])
  return new Map(rows.map(({ Id, Active }) => [Id, Active !== false]))
}
