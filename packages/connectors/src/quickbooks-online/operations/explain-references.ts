import {
  InactiveReference,
  type LedgerError,
  type Operation,
  UnknownReference,
} from '@fieldledger/accounting'
import type { Static, TSchema } from 'typebox'
import { explainReferences } from '../../explain-references.ts'
import { exchange } from '../read-answer.ts'
import { queryRequest, quoted } from '../requests.ts'
import { queryAnswers } from '../wire.ts'

const entities = {
  vendor: 'Vendor',
  item: 'Item',
  account: 'Account',
  class: 'Class',
  term: 'Term',
  project: 'Customer',
} as const
type RecordKind = keyof typeof entities

/** QuickBooks refuses “something inactive” without saying what. */
export const explainingReferences = explainReferences<RecordKind>({
  label: 'QuickBooks',
  isAboutReference: (error): error is LedgerError =>
    error instanceof InactiveReference || error instanceof UnknownReference,
  named: ({ party, lines, class: whole, project, terms }) => [
    ['vendor', [party]],
    ['item', lines.map(({ item }) => item)],
    ['account', lines.map(({ account }) => account)],
    ['class', [whole, ...lines.map((line) => line.class)]],
    ['term', [terms]],
    ['project', [project, ...lines.map((line) => line.project)]],
  ],
  // Queries travel in the address: not too many ids at once.
  atOnce: 50,
  activeById,
})

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
