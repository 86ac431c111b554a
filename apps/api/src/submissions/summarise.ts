import type { LedgerState, SubmissionSummary } from '@fieldledger/contract'
import { type LedgerStateView, ledgerStates } from '@fieldledger/runtime'
import { describeRecipients } from '@fieldledger/steps'
import type { ListedSubmission } from '@fieldledger/storage'
import type { CompanyScope, Role } from '@fieldledger/workflow'
import type { Services } from '../services.ts'

interface Summarised {
  scope: CompanyScope
  submissions: readonly ListedSubmission[]
  /** Nothing of them was sent yet. */
  fresh?: boolean
}

/** Submissions as lists show them: with names and with where each stands in the ledgers. */
export async function summarise(
  { runtime }: Pick<Services, 'runtime'>,
  { scope, submissions, fresh = false }: Summarised,
): Promise<SubmissionSummary[]> {
  const ids = new Set(
    submissions.flatMap(({ vendorId, projectId, submittedBy, responsible }) => [
      vendorId,
      projectId,
      submittedBy,
      ...(responsible?.people ?? []),
    ]),
  )
  ids.delete(undefined)
  const [names, states] = await Promise.all([
    runtime.ports.lookups.catalogue.names({ scope, ids: [...ids] as string[] }),
    fresh
      ? new Map<string, LedgerStateView[]>()
      : ledgerStates({ runtime, companyId: scope.companyId, submissions }),
  ])
  const nameOf = (id: string | undefined) => (id === undefined ? null : (names.get(id) ?? null))
  return submissions.map((one) => ({
    id: one.id,
    number: one.number ?? null,
    formId: one.formId,
    formName: one.formName,
    formType: one.formType,
    status: one.status,
    label: one.label ?? null,
    vendorName: nameOf(one.vendorId),
    projectName: nameOf(one.projectId),
    total: one.totals.total,
    responsible: responsibleWords(one, nameOf),
    submittedBy: nameOf(one.submittedBy) ?? one.submittedBy,
    submittedAt: one.submittedAt.toISOString(),
    ledger: (states.get(one.id) ?? []).map(toLedgerState),
  }))
}

function responsibleWords(
  { responsible }: Pick<ListedSubmission, 'responsible'>,
  nameOf: (id: string) => string | null,
): string | null {
  if (responsible === undefined) return null
  const roles = responsible.roles as Role[]
  const words = [
    ...responsible.people.map((id) => nameOf(id) ?? id),
    ...(roles.length === 0 ? [] : [describeRecipients({ roles, people: [] })]),
  ]
  return words.join(', ')
}

function toLedgerState({ at, goesOnAt, ...state }: LedgerStateView): LedgerState {
  return {
    ...state,
    ...(goesOnAt === undefined ? {} : { goesOnAt: goesOnAt.toISOString() }),
    at: at.toISOString(),
  }
}
