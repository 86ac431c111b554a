import type { Journal, JournalEntry } from '@fieldledger/accounting'
import { companyScope } from '@fieldledger/workflow'
import { createJournal } from '../runtime/journal.ts'
import type { Database } from '../scope/connect-database.ts'
import { type AuditEntry, createAuditRepository } from './audit-repository.ts'

const ourselves = { id: 'fieldledger', name: 'Fieldledger' }

/** What a bookkeeper would write; the ledger's name follows. */
const deeds: Readonly<Record<string, string>> = {
  'document.create': 'Sent the document to',
  'document.update': 'Sent the change of the document to',
  'document.cancel': 'Took the document back in',
  'document.mark': 'Said whether the order is billed in',
  'vendor.create': 'Created the vendor in',
  'vendor.update': 'Changed the vendor in',
  'item.create': 'Created the item in',
  'item.update': 'Changed the item in',
}

/** Lists are brought into line by no effect. */
const withoutEffect: ReadonlySet<string> = new Set(['vendor.update', 'item.update'])

/** The drivers' journal; every write to a ledger leaves an audit row too (S3-07): what was there, what was asked, what came. */
export function createAuditedJournal(database: Database): Journal {
  const journal = createJournal(database)
  const audit = createAuditRepository(database)
  return {
    async record(entry) {
      await journal.record(entry)
      const { scope, operation, provider, request, answer, error } = entry
      if (request.method === 'GET' || (scope.effectId === undefined && !withoutEffect.has(operation))) return
      await audit.record(companyScope(scope.companyId), {
        by: ourselves,
        what: `${deeds[operation] ?? 'Changed something in'} ${provider}`,
        record: scope.submissionId ?? scope.effectId ?? scope.connectionId,
        before: { effect: scope.effectId ?? null, attempt: scope.attempt ?? 1, asked: scope.asked ?? null },
        after: { request: { method: request.method, path: request.path }, status: answer?.status ?? null },
        result: resultOf(error),
        ...(error === undefined ? {} : { reason: error.message }),
      })
    },
  }
}

function resultOf(error: JournalEntry['error']): AuditEntry['result'] {
  if (error === undefined) return 'done'
  return error.code === 'outcome-unknown' || error.code === 'unreadable-answer' ? 'unknown' : 'refused'
}
