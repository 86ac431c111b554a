import type { CallScope } from '@fieldledger/accounting'
import type { LoadDraft } from './load-draft.ts'

/** What a draft asks of the ledger stands in the log of its form, with whom it was asked for. */
export function lookScope({ scope, connection, submission, asked, look = false }: LoadDraft): CallScope {
  return {
    companyId: scope.companyId,
    connectionId: connection.id,
    submissionId: submission.id,
    ...(look ? { look } : {}),
    ...(asked === undefined ? {} : { asked }),
  }
}
