import { NotAllowed, type OperationPlan } from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { readRequest } from '../requests.ts'
import { fromAccount, fromTracking } from '../translate-catalogue.ts'
import { Accounts } from '../wire.ts'
import { TrackingCategories } from '../wire-tracking.ts'

/** Neither list has pages. */
export const listAccounts: OperationPlan<'account.list'> = function* (_page, context) {
  const answer = yield* exchange(readRequest('page', { path: 'Accounts', context }), Accounts)
  return { rows: answer.Accounts.flatMap(fromAccount) }
}

/** What other ledgers call classes are the options of tracking categories here. */
export const listClasses: OperationPlan<'class.list'> = function* (_page, context) {
  const query = { includeArchived: 'true' }
  const request = readRequest('page', { path: 'TrackingCategories', query, context })
  return { rows: (yield* exchange(request, TrackingCategories)).TrackingCategories.flatMap(fromTracking) }
}

/** Reference §2.3: “There is … no terms list”. Those of a contact are told with it. */
export const listTerms: OperationPlan<'term.list'> = () => {
  throw new NotAllowed(
    'Xero keeps no list of terms of payment: they stand on each contact. Map Due Date on the form instead.',
  )
}
