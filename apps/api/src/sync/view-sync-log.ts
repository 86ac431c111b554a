import type { SyncLogEntry } from '@fieldledger/contract'
import type { StoredJournalEntry } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import type { Services } from '../services.ts'
import { askedInWords } from './asked-in-words.ts'
import { operationTitles, stepTitles, unknownCodes } from './log-titles.ts'

/** The drivers' journal as people read it. */
export async function viewSyncLog(
  services: Pick<Services, 'runtime' | 'runs'>,
  { scope, entries }: { scope: CompanyScope; entries: readonly StoredJournalEntry[] },
): Promise<SyncLogEntry[]> {
  const { runtime } = services
  const ids = new Set(entries.flatMap(({ scope: { submissionId } }) => submissionId ?? []))
  const [submissions, askedBy] = await Promise.all([
    runtime.ports.stores.of(scope).submissions.getMany([...ids]),
    askedInWords(services, { scope, all: entries.map((entry) => entry.scope.asked) }),
  ])
  const numbers = new Map(submissions.map(({ id, number }) => [id, number]))
  return entries.map((entry) => {
    const { submissionId, effectId, attempt, asked } = entry.scope
    return {
      id: entry.id,
      at: entry.at.toISOString(),
      submissionId: submissionId ?? null,
      submissionNumber: numbers.get(submissionId ?? '') ?? null,
      effectId: effectId ?? null,
      providerLabel: runtime.connectorOf(entry.provider).label,
      title: titleOf(entry),
      status: statusOf(entry),
      message: entry.error?.message ?? successOf(entry),
      ...(entry.error?.entry === undefined
        ? {}
        : { explanation: { provider: entry.provider, entry: entry.error.entry } }),
      request: entry.request,
      answer: entry.answer ?? null,
      durationMs: entry.durationMs,
      attempt: attempt ?? null,
      asked: askedBy(asked),
    }
  })
}

/** What it was for; what exactly was asked stands in the request. */
function titleOf({ operation, step }: StoredJournalEntry): string {
  const title = operationTitles[operation]
  if (title === undefined) return words(`${operation}: ${step}`)
  if (plainSteps.includes(step)) return title
  return `${title}: ${stepTitles[step] ?? words(step).toLowerCase()}`
}

/** The one exchange that the operation is made of. */
const plainSteps: readonly string[] = ['post', 'get', 'page', 'read', 'find', 'create', 'update']

/** "document.create" → "Document create" */
function words(code: string): string {
  const spaced = code.replaceAll(/[.-]/g, ' ')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

/** What was only read was not accepted. */
function successOf({ request }: StoredJournalEntry): string {
  return request.method === 'GET' ? 'The ledger answered.' : 'The ledger accepted it.'
}

function statusOf({ error }: StoredJournalEntry): SyncLogEntry['status'] {
  if (error === undefined) return 'success'
  return unknownCodes.includes(error.code) ? 'unknown' : 'failure'
}
