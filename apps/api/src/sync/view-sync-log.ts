import type { SyncLogEntry } from '@fieldledger/contract'
import type { StoredJournalEntry } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import type { Services } from '../services.ts'

/** The drivers' journal as people read it. */
export async function viewSyncLog(
  { runtime }: Pick<Services, 'runtime'>,
  { scope, entries }: { scope: CompanyScope; entries: readonly StoredJournalEntry[] },
): Promise<SyncLogEntry[]> {
  const ids = new Set(entries.flatMap(({ scope: { submissionId } }) => submissionId ?? []))
  const submissions = await runtime.ports.stores.of(scope).submissions.getMany([...ids])
  const numbers = new Map(submissions.map(({ id, number }) => [id, number]))
  return entries.map((entry) => {
    const { submissionId, effectId, attempt } = entry.scope
    return {
      id: entry.id,
      at: entry.at.toISOString(),
      submissionId: submissionId ?? null,
      submissionNumber: numbers.get(submissionId ?? '') ?? null,
      effectId: effectId ?? null,
      providerLabel: runtime.connectorOf(entry.provider).label,
      title: titleOf(entry),
      status: statusOf(entry),
      message: entry.error?.message ?? 'The ledger accepted it.',
      request: entry.request,
      answer: entry.answer ?? null,
      durationMs: entry.durationMs,
      attempt: attempt ?? null,
    }
  })
}

/** "document.create" + "read-back" → "Document create: read back" */
function titleOf({ operation, step }: StoredJournalEntry): string {
  const words = `${operation.replaceAll('.', ' ')}: ${step.replaceAll('-', ' ')}`
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function statusOf({ error }: StoredJournalEntry): SyncLogEntry['status'] {
  if (error === undefined) return 'success'
  return error.code === 'outcome-unknown' || error.code === 'unreadable-answer' ? 'unknown' : 'failure'
}
