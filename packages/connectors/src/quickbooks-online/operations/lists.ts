import type { OperationPlan } from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { fromAccount, fromClass, fromTerm } from '../translate-catalogue.ts'
import { queryAnswers } from '../wire.ts'
import { pageOf, pageRequest } from './list-page.ts'

export const listAccounts: OperationPlan<'account.list'> = function* ({ cursor, matching }) {
  // A sub-account is looked for by the names of those above it, too.
  const has = ['FullyQualifiedName', matching] as const
  const request = pageRequest({ step: 'page', entity: 'Account', cursor, has })
  const { Account = [] } = (yield* exchange(request, queryAnswers.Account)).QueryResponse
  return pageOf({ sent: Account.length, rows: Account.map(fromAccount), cursor })
}

export const listClasses: OperationPlan<'class.list'> = function* ({ cursor }) {
  const request = pageRequest({ step: 'page', entity: 'Class', cursor })
  const { Class = [] } = (yield* exchange(request, queryAnswers.Class)).QueryResponse
  return pageOf({ sent: Class.length, rows: Class.map(fromClass), cursor })
}

export const listTerms: OperationPlan<'term.list'> = function* ({ cursor }) {
  const request = pageRequest({ step: 'page', entity: 'Term', cursor })
  const { Term = [] } = (yield* exchange(request, queryAnswers.Term)).QueryResponse
  return pageOf({ sent: Term.length, rows: Term.map(fromTerm), cursor })
}
