import type { LedgerDocument } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { loadDraft } from '../documents/load-draft.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { UseCase } from '../use-case.ts'

/** What an effect sends: as it was frozen, or as it is drafted now. */
export async function ourDocument(
  { runtime, companyId }: UseCase,
  { frozen, submissionId, revision, request, connectionId }: Effect,
): Promise<LedgerDocument | undefined> {
  if (frozen?.operation === 'document.create') return frozen.input
  const scope = companyScope(companyId)
  if (submissionId === null || request === undefined) return undefined
  const [submission, connections] = await Promise.all([
    runtime.ports.stores.of(scope).submissions.atRevision({ id: submissionId, revision }),
    runtime.ports.lookups.connections.summaries({ scope }),
  ])
  const connection = connections.find(({ id }) => id === connectionId)
  if (submission === undefined || connection === undefined) return undefined
  return (await loadDraft({ runtime, scope, submission, request, connection })).document
}
