import { documentCapability } from '@fieldledger/accounting'
import { companyScope, documentForForm } from '@fieldledger/workflow'
import { createEffectOf, wasUndone } from '../effects/document-effects.ts'
import { NotFound } from '../errors/runtime-errors.ts'
import type { Effect } from '../ports/effect-store.ts'
import type { UseCase } from '../use-case.ts'
import { type LedgerPreflight, preflightLedgers } from './preflight-ledgers.ts'

export interface PreflightForm extends UseCase {
  submissionId: string
}

/** For every ledger that this revision of the form can go to and has not reached: what would hold it, before anybody sends or approves. */
export async function preflightForm(input: PreflightForm): Promise<LedgerPreflight[]> {
  const { runtime, submissionId } = input
  const scope = companyScope(input.companyId)
  const store = runtime.ports.stores.of(scope)
  const submission = await store.submissions.get(submissionId)
  if (submission === undefined) throw new NotFound('form')
  const documentKind = documentForForm(submission.formType)
  if (documentKind === undefined || over.includes(submission.status)) return []
  const [connections, effects] = await Promise.all([
    runtime.ports.lookups.connections.summaries({ scope }),
    store.effects.ofSubmission(submissionId),
  ])
  const looked = connections.filter(
    ({ id, state, capabilities }) =>
      state === 'active' &&
      documentCapability(capabilities, documentKind)?.create === true &&
      !hasArrived(createEffectOf(effects, { connectionId: id, documentKind }), submission.revision),
  )
  return preflightLedgers({ runtime, scope, submission, connections: looked })
}

function hasArrived(create: Effect | undefined, revision: number): boolean {
  if (create?.confirmation === undefined || wasUndone(create)) return false
  return create.confirmation.revision >= revision
}

const over: readonly string[] = ['cancelled', 'rejected', 'closed']
