import {
  InactiveReference,
  type LedgerDocument,
  LedgerError,
  type LedgerErrorDetail,
  type Operation,
  type RemoteReference,
  UnknownReference,
  WrongAccount,
} from '@fieldledger/accounting'
import { rowsOf } from '../read-answer.ts'
import { quoted } from '../requests.ts'
import { isYes } from '../row.ts'
import { ActiveRow } from '../wire.ts'

/** The service calls a record that is inactive an invalid value, like one that is not there: they are looked at. */
export function* explainingReferences<Result>(
  document: LedgerDocument,
  write: Operation<Result>,
): Operation<Result> {
  try {
    return yield* write
  } catch (error) {
    if (!isAboutReference(error)) throw error
    const culprit = yield* lookedFor(document)
    if (culprit === undefined) throw error
    throw named(culprit, error.detail)
  }
}

function isAboutReference(error: unknown): error is InactiveReference | UnknownReference | WrongAccount {
  return (
    error instanceof InactiveReference || error instanceof UnknownReference || error instanceof WrongAccount
  )
}

type RecordKind = 'vendor' | 'item' | 'account'

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
  for (const [record, references] of referencesOf(document)) {
    for (const some of slices([...references.values()])) {
      const ids = some.map(({ id }) => quoted(id)).join(', ')
      const q = `SELECT id, isinactive FROM ${record} WHERE id IN (${ids}) ORDER BY id`
      const { rows } = yield* rowsOf(`check-${record}`, { q, row: ActiveRow })
      const found = new Map(rows.map(({ id, isinactive }) => [String(id), !isYes(isinactive)]))
      const bad = some.find(({ id }) => found.get(id) !== true)
      if (bad !== undefined)
        return { record, id: bad.id, name: bad.name ?? bad.id, isThere: found.has(bad.id) }
    }
  }
  return undefined
}

function referencesOf({ party, lines }: LedgerDocument): [RecordKind, Map<string, RemoteReference>][] {
  const unique = (references: (RemoteReference | undefined)[]) =>
    new Map(references.flatMap((each) => (each === undefined ? [] : [[each.id, each] as const])))
  return [
    ['vendor', unique([party])],
    ['item', unique(lines.map(({ item }) => item))],
    ['account', unique(lines.map(({ account }) => account))],
  ]
}

/** A list in SuiteQL is kept below the thousand that its database takes. */
function slices<Each>(all: Each[]): Each[][] {
  const size = 500
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size))
}

function named(culprit: Culprit, detail: LedgerErrorDetail): InactiveReference | UnknownReference {
  const { record, id, name, isThere } = culprit
  const more = { ...detail, field: record, params: { record, id, name } }
  return isThere
    ? new InactiveReference(
        `The ${record} “${name}” is inactive in NetSuite. Make it active there, or link another ${record}, then send again.`,
        more,
      )
    : new UnknownReference(
        `The ${record} “${name}” is not in NetSuite any more. Link another ${record}, then send again.`,
        more,
      )
}
