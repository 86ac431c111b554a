import {
  InactiveReference,
  type LedgerDocument,
  LedgerError,
  type LedgerErrorDetail,
  type Operation,
  type RemoteReference,
  UnknownReference,
} from '@fieldledger/accounting'
import type { Static, TSchema } from 'typebox'
import { exchange } from '../read-answer.ts'
import { queryRequest, quoted } from '../requests.ts'
import { queryAnswers } from '../wire.ts'

/** QuickBooks refuses “something inactive” without saying what: after such a refusal the records are looked at. */
export function* explainingReferences<Result>(
  document: LedgerDocument,
  write: Operation<Result>,
): Operation<Result> {
  try {
    return yield* write
  } catch (error) {
    if (!(error instanceof InactiveReference || error instanceof UnknownReference)) throw error
    const culprit = yield* lookedFor(document)
    if (culprit === undefined) throw error
    throw named(culprit, error.detail)
  }
}

type RecordKind = 'vendor' | 'item' | 'account' | 'class' | 'project'

interface Culprit {
  record: RecordKind
  id: string
  name: string
  isThere: boolean
}

/** The refusal stands, also when the look-up fails. A ledger that is busy is asked again with the write, which it refused. */
function* lookedFor(document: LedgerDocument): Operation<Culprit | undefined> {
  try {
    return yield* findCulprit(document)
  } catch (error) {
    if (error instanceof LedgerError && !error.costsNoAttempt) return undefined
    throw error
  }
}

function* findCulprit(document: LedgerDocument): Operation<Culprit | undefined> {
  for (const [record, entity, references] of referencesOf(document)) {
    for (const some of slices([...references.values()])) {
      const ids = some.map(({ id }) => quoted(id)).join(', ')
      const query = `select * from ${entity} where Id in (${ids}) and Active in (true, false) maxresults 1000`
      const found = yield* activeById(query, entity)
      const bad = some.find(({ id }) => found.get(id) !== true)
      if (bad !== undefined)
        return { record, id: bad.id, name: bad.name ?? bad.id, isThere: found.has(bad.id) }
    }
  }
  return undefined
}

type Entity = 'Vendor' | 'Item' | 'Account' | 'Class' | 'Customer'

function* activeById(query: string, entity: Entity): Operation<Map<string, boolean>> {
  const schema: TSchema = queryAnswers[entity]
  const answer = (yield* exchange(queryRequest(`check-${entity.toLowerCase()}`, query), schema)) as Static<
    (typeof queryAnswers)[Entity]
  >
  const rows = Object.values(answer.QueryResponse).flatMap((list) => list ?? [])
  return new Map(rows.map(({ Id, Active }) => [Id, Active !== false]))
}

function referencesOf({ party, lines, class: whole, project }: LedgerDocument) {
  const unique = (references: (RemoteReference | undefined)[]) =>
    new Map(references.flatMap((each) => (each === undefined ? [] : [[each.id, each] as const])))
  const of: [RecordKind, Entity, Map<string, RemoteReference>][] = [
    ['vendor', 'Vendor', unique([party])],
    ['item', 'Item', unique(lines.map(({ item }) => item))],
    ['account', 'Account', unique(lines.map(({ account }) => account))],
    ['class', 'Class', unique([whole, ...lines.map((line) => line.class)])],
    ['project', 'Customer', unique([project, ...lines.map((line) => line.project)])],
  ]
  return of
}

/** Queries travel in the address: not too many ids at once. */
function slices<Each>(all: Each[]): Each[][] {
  const size = 50
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))
}

function named(culprit: Culprit, detail: LedgerErrorDetail): InactiveReference | UnknownReference {
  const { record, id, name, isThere } = culprit
  const more = { ...detail, field: record, params: { record, id, name } }
  return isThere
    ? new InactiveReference(
        `The ${record} “${name}” is inactive in QuickBooks. Make it active there, or link another ${record}, then send again.`,
        more,
      )
    : new UnknownReference(
        `The ${record} “${name}” is not in QuickBooks any more. Link another ${record}, then send again.`,
        more,
      )
}
