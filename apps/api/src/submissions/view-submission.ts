import { documentCapability } from '@fieldledger/accounting'
import type { SubmissionView } from '@fieldledger/contract'
import {
  type FormContent,
  type MaterialRow,
  moveStatus,
  type Submission,
  type SubmissionValues,
} from '@fieldledger/forms'
import { listTasks } from '@fieldledger/runtime'
import { type CompanyScope, type ConnectionSummary, documentForForm } from '@fieldledger/workflow'
import { Missing } from '../refusals.ts'
import type { CompanyPerson } from '../router/route.ts'
import type { Services } from '../services.ts'
import { personMayDo } from '../sign-in/person-may-do.ts'
import { viewTasks } from '../tasks/view-tasks.ts'
import { notSentBecause } from './not-sent-because.ts'
import { summarise } from './summarise.ts'

interface Viewed {
  scope: CompanyScope
  person: CompanyPerson
  submission: Submission
  /** It was made a moment ago: nobody has been asked and nothing was sent yet. */
  fresh?: boolean
}

export async function viewSubmission(services: Services, viewed: Viewed): Promise<SubmissionView> {
  const { runtime } = services
  const { scope, submission, fresh = false } = viewed
  const { companyId } = scope
  const { formId, formVersion: version } = submission
  const form = await runtime.ports.versions.form({ scope, formId, version })
  if (form === undefined) throw new Missing()
  const [summaries, names, tasks, connections] = await Promise.all([
    summarise(services, { scope, submissions: [submission], fresh }),
    runtime.ports.lookups.catalogue.names({ scope, ids: idsIn(form.content, submission.values) }),
    fresh
      ? []
      : listTasks({ runtime, companyId, filter: { submissionId: submission.id, states: ['open', 'done'] } }),
    runtime.ports.lookups.connections.summaries({ scope }),
  ])
  const [summary] = summaries
  if (summary === undefined) throw new Missing()
  return {
    ...summary,
    revision: submission.revision,
    formVersion: submission.formVersion,
    content: form.content,
    values: submission.values,
    names: Object.fromEntries(names),
    totals: submission.totals,
    tasks: tasks.length === 0 ? [] : await viewTasks(services, { ...viewed, tasks }),
    documents: Object.values(submission.documents ?? {}),
    runId: submission.runId ?? null,
    allowed: allowedNow(viewed),
    sendTargets: await Promise.all(
      connections
        .filter(({ state }) => state !== 'disconnected')
        .map(async (connection) => {
          const about = { scope, summary, formVersion: version, connection }
          const notSent = fresh ? undefined : await notSentBecause(services, about)
          return {
            ...sendTarget(submission, { connection, connections }),
            ...(notSent === undefined ? {} : { notSent }),
          }
        }),
    ),
  }
}

/** Sent back to somebody, or not submitted yet. */
const writable: readonly Submission['status'][] = ['in-revision', 'draft']

function allowedNow({ person, submission }: Viewed): string[] {
  const may = {
    revise:
      personMayDo(person, 'submission.revise') &&
      (writable.includes(submission.status) || moveStatus(submission.status, 'revise') !== undefined),
    cancel: personMayDo(person, 'submission.cancel') && moveStatus(submission.status, 'cancel') !== undefined,
    send: personMayDo(person, 'document.send') && submission.status === 'approved',
    'retry-held': personMayDo(person, 'document.send'),
  }
  return Object.entries(may).flatMap(([name, allowed]) => (allowed ? [name] : []))
}

function sendTarget(
  { formType }: Submission,
  of: { connection: ConnectionSummary; connections: readonly ConnectionSummary[] },
) {
  const { id, provider, name, state, capabilities } = of.connection
  const several = of.connections.filter((one) => one.provider === provider && one.state !== 'disconnected')
  // Two ledgers of one provider are told apart by their names.
  const providerLabel =
    several.length > 1 ? `${of.connection.providerLabel}: ${name}` : of.connection.providerLabel
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

/** What the values name in the catalogue; unknown ids simply get no name. */
function idsIn({ fields }: FormContent, values: SubmissionValues): string[] {
  const ids = fields.flatMap((field): (string | undefined)[] => {
    const value = Object.hasOwn(values, field.id) ? values[field.id] : undefined
    if (!Array.isArray(value)) return []
    if (field.kind === 'choose' && field.source.from === 'catalogue') return value as string[]
    if (field.kind !== 'material-table') return []
    return (value as MaterialRow[]).flatMap((row) => [
      row.materialId,
      row.costCodeId,
      row.accountId,
      row.vendorId,
    ])
  })
  return [...new Set(ids.filter((id) => id !== undefined))]
}
