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
      return {
        id: batch.id,
        ...(await subjectOf(batch)),
        origin: batch.origin,
        startedBy: batch.startedBy?.name ?? null,
        startedAt: batch.startedAt.toISOString(),
        finishedAt: batch.finishedAt?.toISOString() ?? null,
        expected: batch.expected ?? null,
        counts: counts.get(batch.id) ?? none,
      }
    }),
  )

  async function subjectOf(batch: Batch) {
    if (batch.origin === 'cure')
      return { formId: null, formName: null, workflowName: null, cause: batch.cause.sentence }
    const { formId, workflowId } = batch
    const [form, workflow] = await Promise.all([forms.find(scope, formId), workflows.find(scope, workflowId)])
    return { formId, formName: form?.draft.name ?? '', workflowName: workflow?.name ?? null, cause: null }
  }
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
