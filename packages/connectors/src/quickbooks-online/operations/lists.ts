import type { Operation, OperationPlan, Page, RemoteMark } from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { fromAccount, fromClass, fromLocation, fromTerm } from '../translate-catalogue.ts'
import { queryAnswers } from '../wire.ts'
import { pageOf, pageRequest } from './list-page.ts'

export const listAccounts: OperationPlan<'account.list'> = function* ({ cursor, matching }) {
  // A sub-account is looked for by the names of those above it, too.
  const has = ['FullyQualifiedName', matching] as const
  const request = pageRequest({ step: 'page', entity: 'Account', cursor, has })
  const { Account = [] } = (yield* exchange(request, queryAnswers.Account)).QueryResponse
  return pageOf({ sent: Account.length, rows: Account.map(fromAccount), cursor })
}

const locations = 'location:'

/** Classes, then locations: the page mark of these says so. */
export const listClasses: OperationPlan<'class.list'> = function* ({ cursor }) {
  if (cursor?.startsWith(locations)) return yield* locationPage(cursor.slice(locations.length))
  const request = pageRequest({ step: 'page', entity: 'Class', cursor })
  const { Class = [] } = (yield* exchange(request, queryAnswers.Class)).QueryResponse
  return { next: `${locations}1`, ...pageOf({ sent: Class.length, rows: Class.map(fromClass), cursor }) }
}

function* locationPage(cursor: string): Operation<Page<RemoteMark>> {
  const request = pageRequest({ step: 'page', entity: 'Department', cursor })
  const { Department = [] } = (yield* exchange(request, queryAnswers.Department)).QueryResponse
  const { rows, next } = pageOf({ sent: Department.length, rows: Department.map(fromLocation), cursor })
  return { rows, ...(next === undefined ? {} : { next: `${locations}${next}` }) }
}

export const listTerms: OperationPlan<'term.list'> = function* ({ cursor }) {
  const request = pageRequest({ step: 'page', entity: 'Term', cursor })
  const { Term = [] } = (yield* exchange(request, queryAnswers.Term)).QueryResponse
  return pageOf({ sent: Term.length, rows: Term.map(fromTerm), cursor })
}
