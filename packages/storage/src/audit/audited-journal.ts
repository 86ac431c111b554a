import type { Journal } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { createJournal } from '../runtime/journal.ts'
import type { Database } from '../scope/connect-database.ts'
import { createAuditRepository } from './audit-repository.ts'

const ourselves = { id: 'fieldledger', name: 'Fieldledger' }

/** The drivers' journal; every write to a ledger leaves an audit row too (S3-07): what was there, what was asked, what came. */
export function createAuditedJournal(database: Database): Journal {
  const journal = createJournal(database)
  const audit = createAuditRepository(database)
  return {
    async record(entry) {
      await journal.record(entry)
      const { scope, operation, provider, request, answer, error } = entry
      if (request.method === 'GET' || scope.effectId === undefined) return
      await audit.record(companyScope(scope.companyId), {
        by: ourselves,
        what: `Synced with ${provider}: ${operation.replace('.', ' ')}`,
        record: scope.submissionId ?? scope.effectId,
        before: { effect: scope.effectId, attempt: scope.attempt ?? 1 },
        after: { request: { method: request.method, path: request.path }, status: answer?.status ?? null },
        result: error === undefined ? 'done' : 'refused',
        ...(error === undefined ? {} : { reason: error.code }),
      })
    },
  }
}
