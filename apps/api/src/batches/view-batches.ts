import type { BatchItemView, BatchView } from '@fieldledger/contract'
import type { Batch, BatchItem } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import type { Services } from '../services.ts'

type Needed = Pick<Services, 'forms' | 'workflows' | 'runtime'>

const none = { sent: 0, done: 0, failed: 0, skipped: 0, waiting: 0, underWay: 0 }

export async function viewBatches(
  { forms, workflows, runtime }: Needed,
  { scope, batches }: { scope: CompanyScope; batches: readonly Batch[] },
): Promise<BatchView[]> {
  const counts = await runtime.ports.stores.of(scope).batches.counts(batches.map(({ id }) => id))
  return Promise.all(
    batches.map(async (batch) => {
      const [form, workflow] = await Promise.all([
        forms.find(scope, batch.formId),
        workflows.find(scope, batch.workflowId),
      ])
      return {
        id: batch.id,
        formId: batch.formId,
        formName: form?.draft.name ?? '',
        workflowName: workflow?.name ?? null,
        origin: batch.origin,
        startedBy: batch.startedBy?.name ?? null,
        startedAt: batch.startedAt.toISOString(),
        finishedAt: batch.finishedAt?.toISOString() ?? null,
        expected: batch.expected ?? null,
        counts: counts.get(batch.id) ?? none,
      }
    }),
  )
}

export async function viewBatchItems(
  { runtime }: Pick<Needed, 'runtime'>,
  { scope, items }: { scope: CompanyScope; items: readonly BatchItem[] },
): Promise<BatchItemView[]> {
  const ids = items.map(({ submissionId }) => submissionId)
  const submissions = await runtime.ports.stores.of(scope).submissions.getMany(ids)
  const numbers = new Map(submissions.map(({ id, number }) => [id, number]))
  return items.map(({ id, submissionId, outcome, message, number, url }) => ({
    id,
    submissionId,
    number: numbers.get(submissionId) ?? null,
    outcome: outcome ?? 'underWay',
    message: message ?? null,
    documentNumber: number ?? null,
    url: url ?? null,
  }))
}
