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
      message: entry.error?.message ?? successOf(entry),
      ...(entry.error?.entry === undefined
        ? {}
        : { explanation: { provider: entry.provider, entry: entry.error.entry } }),
      request: entry.request,
      answer: entry.answer ?? null,
      durationMs: entry.durationMs,
      attempt: attempt ?? null,
    }
  })
}

const operationTitles: Record<string, string> = {
  'document.create': 'Send the document',
  'document.update': 'Send the change',
  'document.cancel': 'Take the document back',
  'document.mark': 'Say whether the order is billed',
  'document.get': 'Read the document back',
  'document.find': 'Look for the document',
  'document.attach': 'Bring notes and files',
  'document.list': 'Read the documents of a month',
  'vendor.create': 'Add a vendor',
  'vendor.update': 'Change a vendor',
  'vendor.find': 'Look for the vendor',
  'item.create': 'Add an item',
  'item.find': 'Look for the item',
  'item.get': 'Read the item',
  'item.update': 'Change an item',
  'vendor.get': 'Read the vendor',
  'vendor.list': 'Read the vendors',
  'item.list': 'Read the items',
  'account.list': 'Read the accounts',
  'class.list': 'Read the classes',
  'change.list': 'Read what has changed',
  'customer.find': 'Look for the job',
  'connect.check': 'Check the connection',
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

const stepTitles: Record<string, string> = {
  refused: 'not sent',
  'read-post': 'read it first',
  'post-again': 'once more',
  'read-post-again': 'read it again',
  'check-item': 'check the item',
  'check-vendor': 'check the vendor',
  'payable-account': 'look up the account of payables',
}

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
  return error.code === 'outcome-unknown' || error.code === 'unreadable-answer' ? 'unknown' : 'failure'
}
