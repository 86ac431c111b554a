import { documentCapability } from '@fieldledger/accounting'
import type { ReconciledRow, ReconcileView } from '@fieldledger/contract'
import type { ReconciledDocument, Runtime } from '@fieldledger/runtime'
import type { CompanyScope, ConnectionSummary } from '@fieldledger/workflow'

const mostRows = 2000

/** The books of one month beside what was sent, as they were read last. */
export async function viewReconciliation(
  { runtime }: { runtime: Runtime },
  { scope, connectionId, month }: { scope: CompanyScope; connectionId: string; month: string },
): Promise<ReconcileView> {
  const { reconciliations, effects } = runtime.ports.stores.of(scope)
  const place = { connectionId, month }
  const [reading, documents, connections] = await Promise.all([
    reconciliations.get(place),
    reconciliations.rows(place),
    runtime.ports.lookups.connections.summaries({ scope }),
  ])
  const missing = documents.filter(({ outcome }) => outcome === 'missing-there')
  const followed = await effects.ofSubmissions(missing.flatMap(({ submissionId }) => submissionId ?? []))
  const superseded = new Set(followed.filter(({ state }) => state === 'superseded').map(({ id }) => id))
  const connection = connections.find(({ id }) => id === connectionId)
  const counted = (outcome: ReconciledDocument['outcome']) =>
    documents.filter((one) => one.outcome === outcome && isOpen(one)).length
  return {
    month,
    state: reading?.state ?? 'never',
    read: reading?.read ?? 0,
    ...(reading === undefined
      ? {}
      : { startedAt: reading.startedAt.toISOString(), startedBy: reading.startedBy.name }),
    ...(reading?.finishedAt === undefined ? {} : { finishedAt: reading.finishedAt.toISOString() }),
    ...(reading?.message === undefined ? {} : { message: reading.message }),
    counts: {
      agrees: documents.filter(({ outcome }) => outcome === 'agrees').length,
      differs: counted('differs'),
      missingThere: counted('missing-there'),
      unknownHere: counted('unknown-here'),
      setAside: documents.filter(({ setAside }) => setAside !== undefined).length,
    },
    rows: documents
      .sort((left, right) => rank(left) - rank(right) || (left.date ?? '').localeCompare(right.date ?? ''))
      .slice(0, mostRows)
      .map((document) => ({
        ...rowOf(document, connection),
        ...(superseded.has(document.effectId ?? '') ? { sentAsNew: true } : {}),
      })),
  }
}

function isOpen({ setAside }: ReconciledDocument): boolean {
  return setAside === undefined
}

const order: readonly ReconciledDocument['outcome'][] = ['missing-there', 'differs', 'unknown-here', 'agrees']

function rank(document: ReconciledDocument): number {
  return order.indexOf(document.outcome) + (isOpen(document) ? 0 : order.length)
}

function rowOf(document: ReconciledDocument, connection: ConnectionSummary | undefined): ReconciledRow {
  const { id, outcome, kind, number, party, date, amount, url, submissionId, effectId } = document
  const { differences, setAside } = document
  return {
    id,
    outcome,
    kind,
    documentLabel: (connection && documentCapability(connection.capabilities, kind)?.label) ?? kind,
    number: number ?? null,
    party: party ?? null,
    date: date ?? null,
    amount,
    ...(url === undefined ? {} : { url }),
    ...(submissionId === undefined ? {} : { submissionId }),
    ...(effectId === undefined ? {} : { effectId }),
    differences,
    ...(setAside === undefined
      ? {}
      : { setAside: { reason: setAside.reason, by: setAside.by.name, at: setAside.at.toISOString() } }),
  }
}
