import type { RemoteAccount } from '@fieldledger/accounting'
import type {
  DocumentPreview,
  EditorContext,
  FormView,
  HookSecretView,
  HookView,
  MoveRunsAnswer,
  NewWorkflow,
  Page,
  PersonView,
  PreviewRequest,
  ProviderView,
  SubmissionSummary,
  WaitingRunsView,
  WorkflowDiff,
  WorkflowDraft,
  WorkflowSummary,
  WorkflowVersionView,
} from '@fieldledger/contract'
import type { Graph } from '@fieldledger/workflow'
import { api } from '../../api/api.ts'

/** Every request of the editor. */
export interface WorkflowPlace {
  formId: string
  /** The form's own id = its first workflow. */
  workflowId: string
}

const workflowOf = ({ formId, workflowId }: WorkflowPlace, rest = '') =>
  `/forms/${encodeURIComponent(formId)}/workflow${rest}?workflow=${encodeURIComponent(workflowId)}`

export const readForm = (formId: string) => api.get<FormView>(`/forms/${encodeURIComponent(formId)}`)

export const readDraft = (place: WorkflowPlace) => api.get<WorkflowDraft>(workflowOf(place))

export const saveDraft = (place: WorkflowPlace, draft: { graph: Graph; revision: number }) =>
  api.put<WorkflowDraft>(workflowOf(place), draft)

export const readDiff = (place: WorkflowPlace) => api.get<WorkflowDiff>(workflowOf(place, '/diff'))

export const publishDraft = (place: WorkflowPlace, revision: number) =>
  api.post<WorkflowVersionView>(workflowOf(place, '/publish'), { revision })

export const readVersions = (place: WorkflowPlace) =>
  api.get<Page<WorkflowVersionView>>(workflowOf(place, '/versions'))

export const readVersion = (place: WorkflowPlace, version: number) =>
  api.get<WorkflowVersionView>(workflowOf(place, `/versions/${version}`))

export const readEditorContext = (formId: string) =>
  api.get<EditorContext>(`/forms/${encodeURIComponent(formId)}/editor-context`)

export const readWorkflows = (formId: string) =>
  api.get<Page<WorkflowSummary>>(`/forms/${encodeURIComponent(formId)}/workflows`)

export const makeWorkflow = (formId: string, workflow: NewWorkflow) =>
  api.post<WorkflowSummary>(`/forms/${encodeURIComponent(formId)}/workflows`, workflow)

export const readHook = (place: WorkflowPlace) => api.get<HookView>(workflowOf(place, '/hook'))

export const makeHookSecret = (place: WorkflowPlace) =>
  api.post<HookSecretView>(workflowOf(place, '/hook-secret'), {})

export const deliveriesPath = (place: WorkflowPlace) => workflowOf(place, '/deliveries')

export const readProviders = () => api.get<Page<ProviderView>>('/providers')

export const readPeople = () => api.get<Page<PersonView>>('/people')

export const previewDocument = (formId: string, request: PreviewRequest) =>
  api.post<DocumentPreview>(`/forms/${encodeURIComponent(formId)}/workflow/preview`, request)

export const readRecentSubmissions = (formId: string) =>
  api.get<Page<SubmissionSummary>>(`/submissions?form=${encodeURIComponent(formId)}&limit=50`)

export const searchRemoteAccounts = (search: { connectionId: string; query: string }) =>
  api.get<Page<RemoteAccount>>(
    `/connections/${encodeURIComponent(search.connectionId)}/remote/accounts?q=${encodeURIComponent(search.query)}`,
  )

export const convertVendorField = (formId: string, fieldId: string) =>
  api.post<FormView>(`/forms/${encodeURIComponent(formId)}/convert-vendor-field`, { fieldId })

export const readWaitingForms = (place: WorkflowPlace, cursor: string | undefined) =>
  api.get<WaitingRunsView>(
    workflowOf(place, '/waiting-runs') +
      (cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`),
  )

/** As many as one request takes at a time. */
const movedAtOnce = 500

export async function moveWaitingForms(
  place: WorkflowPlace,
  runIds: readonly string[],
): Promise<MoveRunsAnswer> {
  let moved = 0
  for (let from = 0; from < runIds.length; from += movedAtOnce) {
    const some = { runIds: runIds.slice(from, from + movedAtOnce) }
    moved += (await api.post<MoveRunsAnswer>(workflowOf(place, '/waiting-runs'), some)).moved
  }
  return { moved }
}
