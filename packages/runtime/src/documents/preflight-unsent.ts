import { documentCapability } from '@fieldledger/accounting'
import { readDraft, type Submission, type SubmissionValues } from '@fieldledger/forms'
import { companyScope, documentForForm } from '@fieldledger/workflow'
import type { PersonalUseCase } from '../use-case.ts'
import { loadForm } from '../values/form-versions.ts'
import { type LedgerPreflight, preflightLedgers } from './preflight-ledgers.ts'

export interface PreflightUnsent extends PersonalUseCase {
  formId: string
  request: { id: string; formVersion: number; values: unknown; madeFrom?: string }
}

/**
 * What would hold a form that somebody is still filling in, as far as our own books tell. Whatever is only not filled
 * in yet is left to the form's own rules, and values that are no values yet foretell nothing.
 */
export async function preflightUnsent(input: PreflightUnsent): Promise<LedgerPreflight[]> {
  const { runtime, companyId, formId, request } = input
  const scope = companyScope(companyId)
  const { content, validate } = await loadForm({ runtime, scope, formId, version: request.formVersion })
  const documentKind = documentForForm(content.type)
  if (documentKind === undefined || validate(request.values).length > 0) return []
  const [company, summaries] = await Promise.all([
    runtime.ports.people.company({ scope }),
    runtime.ports.lookups.connections.summaries({ scope }),
  ])
  const { currency } = company
  const now = runtime.clock.now()
  const submission: Submission = {
    id: request.id,
    companyId,
    formId,
    formVersion: request.formVersion,
    formType: content.type,
    formName: content.name,
    status: 'draft',
    revision: 0,
    ...readDraft({ content, values: request.values as SubmissionValues, currency }),
    ...(request.madeFrom === undefined ? {} : { madeFrom: request.madeFrom }),
    currency,
    submittedBy: input.person.id,
    submittedAt: now,
    updatedAt: now,
    timelineSeq: 0,
  }
  const connections = summaries.filter(
    ({ state, capabilities }) =>
      state === 'active' && documentCapability(capabilities, documentKind)?.create === true,
  )
  const rows = await preflightLedgers({ runtime, scope, submission, connections, ownBooksOnly: true })
  return rows.map(({ problems, ...row }) => ({
    ...row,
    problems: problems.filter(({ code }) => !notFilledInYet.includes(code)),
  }))
}

const notFilledInYet: readonly string[] = ['vendor-missing', 'no-lines', 'class-missing']
