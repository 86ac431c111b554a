import {
  InactiveReference,
  type LedgerDocument,
  LedgerError,
  type LedgerErrorDetail,
  type Operation,
  type RemoteReference,
  UnknownReference,
} from '@fieldledger/accounting'

/** How one ledger is asked which of the records that a document names it refuses. */
export interface ReferenceLookUp<RecordKind extends string> {
  label: string
  isAboutReference(error: unknown): error is LedgerError
  /** What the document names of each kind of record, in the order in which it is looked at. */
  named(document: LedgerDocument): readonly [RecordKind, readonly (RemoteReference | undefined)[]][]
  /** So many ids are asked about at once. */
  atOnce: number
  /** Id → is it active there? What is not there has no entry. */
  activeById(record: RecordKind, ids: readonly string[]): Operation<ReadonlyMap<string, boolean>>
}

interface Culprit {
  record: string
  id: string
  name: string
  isThere: boolean
}

/** For ledgers that refuse a record without saying which one: after such a refusal the records are looked at. */
export function explainReferences<RecordKind extends string>(lookUp: ReferenceLookUp<RecordKind>) {
  return function* explaining<Result>(document: LedgerDocument, write: Operation<Result>): Operation<Result> {
    try {
      return yield* write
    } catch (error) {
      if (!lookUp.isAboutReference(error)) throw error
      const culprit = yield* lookedFor(lookUp, document)
      if (culprit === undefined) throw error
      throw explained(culprit, { detail: error.detail, label: lookUp.label })
    }
  }
}

/** The refusal stands, also when the look-up fails. A ledger that is busy is asked again with the write, which it refused. */
function* lookedFor<RecordKind extends string>(
  lookUp: ReferenceLookUp<RecordKind>,
  document: LedgerDocument,
): Operation<Culprit | undefined> {
  try {
    return yield* findCulprit(lookUp, document)
  } catch (error) {
    if (error instanceof LedgerError && !error.costsNoAttempt) return undefined
    throw error
  }
}

function* findCulprit<RecordKind extends string>(
  lookUp: ReferenceLookUp<RecordKind>,
  document: LedgerDocument,
): Operation<Culprit | undefined> {
  for (const [record, references] of lookUp.named(document)) {
    const all = [
      ...new Map(references.flatMap((each) => (each === undefined ? [] : [[each.id, each]]))).values(),
    ]
    for (let from = 0; from < all.length; from += lookUp.atOnce) {
      const some = all.slice(from, from + lookUp.atOnce)
      const ids = some.map(({ id }) => id)
      const found = yield* lookUp.activeById(record, ids)
      const bad = some.find(({ id }) => found.get(id) !== true)
      if (bad !== undefined)
        return { record, id: bad.id, name: bad.name ?? bad.id, isThere: found.has(bad.id) }
    }
  }
  return undefined
}

function explained(
  { record, id, name, isThere }: Culprit,
  { detail, label }: { detail: LedgerErrorDetail; label: string },
): InactiveReference | UnknownReference {
  const more = { ...detail, field: record, params: { record, id, name } }
  return isThere
    ? new InactiveReference(
        `The ${record} “${name}” is inactive in ${label}. Make it active there, or link another ${record}, then send again.`,
        more,
      )
    : new UnknownReference(
        `The ${record} “${name}” is not in ${label} any more. Link another ${record}, then send again.`,
        more,
      )
}
