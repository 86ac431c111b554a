import { documentCapability } from '@fieldledger/accounting'
import { mayDo, type SubmissionView } from '@fieldledger/contract'
import { type MaterialRow, moveStatus, type Submission, type SubmissionValues } from '@fieldledger/forms'
import { listTasks } from '@fieldledger/runtime'
import { type CompanyScope, type ConnectionSummary, documentForForm } from '@fieldledger/workflow'
import { Missing } from '../refusals.ts'
import type { CompanyPerson } from '../router/route.ts'
import type { Services } from '../services.ts'
import { viewTasks } from '../tasks/view-tasks.ts'
import { summarise } from './summarise.ts'

interface Viewed {
  scope: CompanyScope
  person: CompanyPerson
  submission: Submission
}

export async function viewSubmission(services: Services, viewed: Viewed): Promise<SubmissionView> {
  const { runtime } = services
  const { scope, submission } = viewed
  const { companyId } = scope
  const [summaries, form, names, tasks, connections] = await Promise.all([
    summarise(services, { scope, submissions: [submission] }),
    runtime.ports.versions.form({ scope, formId: submission.formId, version: submission.formVersion }),
    runtime.ports.lookups.catalogue.names({ scope, ids: idsIn(submission.values) }),
    listTasks({ runtime, companyId, filter: { submissionId: submission.id, states: ['open', 'done'] } }),
    runtime.ports.lookups.connections.summaries({ scope }),
  ])
  const [summary] = summaries
  if (summary === undefined || form === undefined) throw new Missing()
  return {
    ...summary,
    revision: submission.revision,
    formVersion: submission.formVersion,
    content: form.content,
    values: submission.values,
    names: Object.fromEntries(names),
    totals: submission.totals,
    tasks: await viewTasks(services, { ...viewed, tasks }),
    runId: submission.runId ?? null,
    allowed: allowedNow(viewed),
    sendTargets: connections
      .filter(({ state }) => state !== 'disconnected')
      .map((connection) => sendTarget(submission, connection)),
  }
}

function allowedNow({ person, submission }: Viewed): string[] {
  const may = {
    revise:
      mayDo(person.role, 'submission.revise') &&
      (submission.status === 'in-revision' || moveStatus(submission.status, 'revise') !== undefined),
    cancel: mayDo(person.role, 'submission.cancel') && moveStatus(submission.status, 'cancel') !== undefined,
    send: mayDo(person.role, 'document.send') && submission.status === 'approved',
    'retry-held': mayDo(person.role, 'document.send'),
  }
  return Object.entries(may).flatMap(([name, allowed]) => (allowed ? [name] : []))
}

function sendTarget({ formType }: Submission, connection: ConnectionSummary) {
  const { id, providerLabel, state, capabilities } = connection
  const kind = documentForForm(formType)
  const known = kind !== undefined && documentCapability(capabilities, kind) !== undefined
  const reason = !known
    ? `${providerLabel} has no such document.`
    : state === 'active'
      ? undefined
      : `${providerLabel} is not connected: reconnect it under Connections.`
  return {
    connectionId: id,
    providerLabel,
    ready: reason === undefined,
    ...(reason === undefined ? {} : { reason }),
  }
}

/** Whatever in the values may be an id of the catalogue; unknown ones simply get no name. */
function idsIn(values: SubmissionValues): string[] {
  const ids = Object.values(values).flatMap((value) => (Array.isArray(value) ? value.flatMap(idsOf) : []))
  return [...new Set(ids)]
}

function idsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  const { materialId, costCodeId, accountId } = value as Partial<MaterialRow>
  return [materialId, costCodeId, accountId].filter((id) => id !== undefined)
}
