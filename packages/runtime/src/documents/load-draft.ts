import { type CallAsker, namingDropped, type RemoteReference } from '@fieldledger/accounting'
import type { MaterialRow, Submission } from '@fieldledger/forms'
import {
  type CompanyScope,
  type ConnectionSummary,
  type DocumentDraft,
  draftDocument,
  isPerVendor,
  type SendRequest,
} from '@fieldledger/workflow'
import { DateTime } from 'luxon'
import type { LinkedRecord, LinkKind } from '../ports/lookups.ts'
import type { Runtime } from '../ports/runtime.ts'
import { loadForm } from '../values/form-versions.ts'
import { formUrl } from './form-url.ts'
import { loadClasses } from './load-classes.ts'
import { loadInactiveAccounts } from './load-inactive-accounts.ts'
import { loadListed } from './load-listed.ts'
import { loadOrder } from './load-order.ts'
import { loadPapers } from './load-papers.ts'
import { loadProjects } from './load-projects.ts'
import { takenLast } from './taken-last.ts'

export interface LoadDraft {
  runtime: Runtime
  scope: CompanyScope
  submission: Submission
  request: SendRequest
  connection: ConnectionSummary
  /** On whose behalf the ledger is looked into. */
  asked?: CallAsker | undefined
  /** For a page: what the ledger said a moment ago does. Absent = something is decided by it. */
  look?: boolean
}

/** Loads what a draft needs and drafts: preview, preflight and sending all come through here, so they agree. */
export async function loadDraft(input: LoadDraft): Promise<DocumentDraft> {
  const { runtime, scope, submission, request, connection } = input
  const { catalogue } = runtime.ports.lookups
  const { mapping } = request
  const form = await loadForm({
    runtime,
    scope,
    formId: submission.formId,
    version: submission.formVersion,
  })
  const projectIds = chosenIds(submission, mapping.project)
  const rows = (
    mapping.materials === undefined ? [] : (submission.values[mapping.materials] ?? [])
  ) as MaterialRow[]
  const materialIds = unique(rows.map(({ materialId }) => materialId))
  const vendorIds = isPerVendor(mapping)
    ? unique(rows.map(({ vendorId }) => vendorId))
    : chosenIds(submission, mapping.vendor)
  const [company, vendors, materials] = await Promise.all([
    runtime.ports.people.company({ scope }),
    catalogue.vendors({ scope, ids: vendorIds }),
    catalogue.materials({ scope, ids: materialIds }),
  ])
  const accountIds = unique([
    ...rows.map(({ accountId }) => accountId),
    ...[...materials.values()].map(({ accountId }) => accountId),
    ...[...vendors.values()].map(({ accountId }) => accountId),
  ])
  const naming = catalogue.names({
    scope,
    ids: unique([
      ...projectIds,
      ...chosenIds(submission, mapping.class),
      ...chosenIds(submission, mapping.department),
      ...chosenIds(submission, mapping.location),
      ...chosenIds(submission, mapping.terms),
      ...chosenIds(submission, mapping.employee),
      ...rows.map(({ costCodeId }) => costCodeId),
    ]),
  })
  const linked = (kind: LinkKind, ids: string[]) => links(input, { kind, ids })
  const [
    vendorLinks,
    materialLinks,
    accountLinks,
    projectLinks,
    names,
    classes,
    terms,
    employees,
    order,
    papers,
    retired,
  ] = await Promise.all([
    linked('vendor', vendorIds),
    linked('material', materialIds),
    linked('account', accountIds),
    loadProjects(input, { ids: projectIds, names: naming }),
    naming,
    loadClasses(input),
    loadListed(input, {
      list: 'term.list',
      sources: [mapping.terms],
      keeps: connection.capabilities.terms === true,
    }),
    loadListed(input, {
      list: 'employee.list',
      sources: [mapping.employee],
      keeps: connection.capabilities.employees === true,
      all: true,
    }),
    loadOrder(input),
    loadPapers(input, company),
    loadInactiveAccounts(input, rows),
  ])
  const choosable = [...vendors].flatMap(([id, { state, ...vendor }]) =>
    state === 'archived' ? [] : [[id, { ...vendor, state }] as const],
  )
  const draft = draftDocument({
    submission,
    content: form.content,
    request,
    connection,
    vendors: new Map(choosable),
    materials,
    links: { vendors: vendorLinks, materials: materialLinks, accounts: accountLinks, projects: projectLinks },
    ...order,
    ...papers,
    ...retired,
    ...classes,
    terms,
    employees,
    names,
    formUrl: formUrl(input),
    submittedOn: DateTime.fromJSDate(submission.submittedAt, { zone: company.timeZone }).toISODate() ?? '',
  })
  return saysWhatWent(input, draft)
}

/** A form that was sent and then changed names what it no longer has, so that it goes in the ledger too. */
async function saysWhatWent({ runtime, scope, submission, connection }: LoadDraft, draft: DocumentDraft) {
  if (draft.document === undefined) return draft
  const effects = await runtime.ports.stores.of(scope).effects.ofSubmission(submission.id)
  const before = takenLast(effects, { connectionId: connection.id })?.sent
  if (before === undefined) return draft
  const { employee, ...rest } = before
  const said = employee !== undefined && isMeant(employee, draft) ? rest : before
  return { ...draft, document: namingDropped(draft.document, said) }
}

/** Who has left, or may not be looked up any more, is not taken off what was sent with them: the form names them still. */
function isMeant({ id, name = '' }: RemoteReference, { employeeMeant: meant }: DocumentDraft): boolean {
  if (meant === undefined) return false
  return meant.ids.includes(id) || ` ${name.toLowerCase()}`.endsWith(` ${meant.name}`)
}

async function links({ runtime, scope, connection }: LoadDraft, which: { kind: LinkKind; ids: string[] }) {
  if (which.ids.length === 0) return new Map()
  const found = await runtime.ports.lookups.links.find({ scope, connectionId: connection.id, ...which })
  return new Map(
    [...found].map(([id, { active, ...remote }]: [string, LinkedRecord]) => [id, { remote, active }]),
  )
}

function chosenIds({ values }: Submission, fieldId: string | undefined): string[] {
  const value = fieldId === undefined ? undefined : values[fieldId]
  return Array.isArray(value) ? unique(value.map((one) => (typeof one === 'string' ? one : undefined))) : []
}

function unique(ids: readonly (string | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => id !== undefined))]
}
