import type { RemoteAccount } from '@fieldledger/accounting'
import type {
  DocumentPreview,
  EditorContext,
  FormView,
  MoveRunsAnswer,
  Page,
  PersonView,
  PreviewRequest,
  ProviderView,
  SubmissionSummary,
  WaitingRunsView,
  WorkflowDiff,
  WorkflowDraft,
  WorkflowVersionView,
} from '@fieldledger/contract'
import type { Graph } from '@fieldledger/workflow'
import { api } from '../../api/api.ts'

/** Every request of the editor. */
const workflowOf = (formId: string) => `/forms/${encodeURIComponent(formId)}/workflow`

export const readForm = (formId: string) => api.get<FormView>(`/forms/${encodeURIComponent(formId)}`)

export const readDraft = (formId: string) => api.get<WorkflowDraft>(workflowOf(formId))

export const saveDraft = (formId: string, draft: { graph: Graph; revision: number }) =>
  api.put<WorkflowDraft>(workflowOf(formId), draft)

export const readDiff = (formId: string) => api.get<WorkflowDiff>(`${workflowOf(formId)}/diff`)

export const publishDraft = (formId: string, revision: number) =>
  api.post<WorkflowVersionView>(`${workflowOf(formId)}/publish`, { revision })

export const readVersions = (formId: string) =>
  api.get<Page<WorkflowVersionView>>(`${workflowOf(formId)}/versions`)

export const readVersion = (formId: string, version: number) =>
  api.get<WorkflowVersionView>(`${workflowOf(formId)}/versions/${version}`)

export const readEditorContext = (formId: string) =>
  api.get<EditorContext>(`/forms/${encodeURIComponent(formId)}/editor-context`)

export const readProviders = () => api.get<Page<ProviderView>>('/providers')

export const readPeople = () => api.get<Page<PersonView>>('/people')

export const previewDocument = (formId: string, request: PreviewRequest) =>
  api.post<DocumentPreview>(`${workflowOf(formId)}/preview`, request)

export const readRecentSubmissions = (formId: string) =>
  api.get<Page<SubmissionSummary>>(`/submissions?form=${encodeURIComponent(formId)}&limit=50`)

export const searchRemoteAccounts = (search: { connectionId: string; query: string }) =>
  api.get<Page<RemoteAccount>>(
    `/connections/${encodeURIComponent(search.connectionId)}/remote/accounts?q=${encodeURIComponent(search.query)}`,
  )

export const convertVendorField = (formId: string, fieldId: string) =>
  api.post<FormView>(`/forms/${encodeURIComponent(formId)}/convert-vendor-field`, { fieldId })

export const readWaitingForms = (formId: string) =>
  api.get<WaitingRunsView>(`${workflowOf(formId)}/waiting-runs`)

export const moveWaitingForms = (formId: string, runIds: readonly string[]) =>
  api.post<MoveRunsAnswer>(`${workflowOf(formId)}/waiting-runs`, { runIds })
