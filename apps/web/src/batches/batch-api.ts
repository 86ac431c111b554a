import type {
  BatchForecast,
  BatchQuestion,
  BatchView,
  NewBatch,
  Page,
  WorkflowSummary,
} from '@fieldledger/contract'
import { api } from '../api/api.ts'

export const foreseeBatch = (question: BatchQuestion) =>
  api.post<BatchForecast>('/batches/forecast', question)

export const startBatch = (batch: NewBatch) => api.post<BatchView>('/batches', batch)

export const readWorkflowsOf = (formId: string) =>
  api.get<Page<WorkflowSummary>>(`/forms/${encodeURIComponent(formId)}/workflows`)
