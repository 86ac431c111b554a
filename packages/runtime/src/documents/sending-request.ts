import type { Submission } from '@fieldledger/forms'
import {
  type CompanyScope,
  type ConnectionSummary,
  documentForForm,
  type FieldMapping,
  type SendRequest,
  type UnlinkedItems,
} from '@fieldledger/workflow'
import { NoConnection, NotFound, NothingToSend } from '../errors/runtime-errors.ts'
import type { Runtime } from '../ports/runtime.ts'
import { newestWorkflow } from '../runs/start-run.ts'

export interface SendingPlace {
  runtime: Runtime
  scope: CompanyScope
  submissionId: string
  connectionId: string
  mapping?: FieldMapping
  unlinkedItems?: UnlinkedItems
}

export interface SendingRequest {
  submission: Submission
  connection: ConnectionSummary
  request: SendRequest
}

const safeOptions: UnlinkedItems = { create: false, instead: 'expense-line' }

/** What a send by hand or a preview is about; without a mapping of its own it takes the form's workflow's. */
export async function sendingRequest(place: SendingPlace): Promise<SendingRequest> {
  const { runtime, scope, connectionId } = place
  const submission = await runtime.ports.stores.of(scope).submissions.get(place.submissionId)
  if (submission === undefined) throw new NotFound('form')
  const connections = await runtime.ports.lookups.connections.summaries({ scope })
  const connection = connections.find(({ id }) => id === connectionId)
  if (connection === undefined) throw new NoConnection()
  const documentKind = documentForForm(submission.formType)
  if (documentKind === undefined)
    throw new NothingToSend('This form has no document in a ledger: change its type under Details.')
  const default_ = await workflowMapping(place, { submission, connection })
  const mapping = place.mapping ?? default_?.mapping
  if (mapping === undefined)
    throw new NothingToSend(
      `The form has no mapping for ${connection.providerLabel}: configure it in the form's workflow, then send again.`,
    )
  const unlinkedItems = place.unlinkedItems ?? default_?.unlinkedItems ?? safeOptions
  return { submission, connection, request: { connectionId, documentKind, mapping, unlinkedItems } }
}

/** The mapping that a step of the newest workflow holds for this connection, or else for its provider. */
async function workflowMapping(
  { runtime, scope }: SendingPlace,
  { submission, connection }: { submission: Submission; connection: ConnectionSummary },
): Promise<Pick<SendRequest, 'mapping' | 'unlinkedItems'> | undefined> {
  const workflow = await newestWorkflow({ runtime, scope, formId: submission.formId })
  const configs = Object.values(workflow?.graph.steps ?? {}).map(({ config }) => config)
  const fitting = configs.filter(
    ({ provider, connectionId }) =>
      provider === connection.provider && (connectionId === undefined || connectionId === connection.id),
  )
  const exact = fitting.find(({ connectionId }) => connectionId === connection.id) ?? fitting[0]
  const { mapping, unlinkedItems } = exact ?? {}
  if (mapping === undefined || unlinkedItems === undefined) return undefined
  // A config was checked against its kind's schema before the version was published.
  return { mapping: mapping as FieldMapping, unlinkedItems: unlinkedItems as UnlinkedItems }
}
