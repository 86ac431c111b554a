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
import { mappingFor, safeUnlinkedItems } from './mapping-for.ts'

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

/** What a send by hand or a preview is about; without a mapping of its own it takes the form's. */
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
  const default_ = await mappingFor(runtime, { scope, submission, connection })
  const mapping = place.mapping ?? default_?.mapping
  if (mapping === undefined)
    throw new NothingToSend(
      `The form has no mapping for ${connection.providerLabel}: set it under Connections → What is sent, then send again.`,
    )
  const unlinkedItems = place.unlinkedItems ?? default_?.unlinkedItems ?? safeUnlinkedItems
  return { submission, connection, request: { connectionId, documentKind, mapping, unlinkedItems } }
}
