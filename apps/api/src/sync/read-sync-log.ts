import type { Page, SyncLogEntry } from '@fieldledger/contract'
import { type SyncLogQuery, syncLog } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import type { Services } from '../services.ts'
import { operationTitles, stepTitles, unknownCodes } from './log-titles.ts'
import { viewSyncLog } from './view-sync-log.ts'

export interface LogQuestion {
  q?: string
  status?: SyncLogEntry['status']
  about?: 'documents' | 'lists'
  connection?: string
  cursor?: string
}

const pageRows = 100

const cameAs: Record<SyncLogEntry['status'], NonNullable<SyncLogQuery['came']>> = {
  success: 'well',
  unknown: { codes: unknownCodes },
  failure: { otherThan: unknownCodes },
}

/** A page of all exchanges with the ledgers, narrowed by the database: what is looked for may be a thousand rows down. */
export async function readSyncLog(
  services: Services,
  { scope, asked }: { scope: CompanyScope; asked: LogQuestion },
): Promise<Page<SyncLogEntry>> {
  const { about, connection, cursor, status, q } = asked
  const piece = q?.trim() ?? ''
  const entries = await syncLog({
    runtime: services.runtime,
    companyId: scope.companyId,
    limit: pageRows,
    ...(connection === undefined ? {} : { connectionId: connection }),
    ...(cursor === undefined ? {} : { before: cursor }),
    ...(status === undefined ? {} : { came: cameAs[status] }),
    ...(about === undefined ? {} : { ofForms: about === 'documents' }),
    ...(piece === '' ? {} : { about: await aboutOf(services, { scope, piece }) }),
  })
  const rows = await viewSyncLog(services, { scope, entries })
  const last = entries.at(-1)
  return { rows, ...(entries.length === pageRows && last ? { next: last.id } : {}) }
}

/** What people read of an entry and may look for: the number of the form, the ledger, what was done, by whom, what was answered. */
async function aboutOf(
  { runtime, submissions, memberships }: Services,
  { scope, piece }: { scope: CompanyScope; piece: string },
): Promise<NonNullable<SyncLogQuery['about']>> {
  const [submissionIds, connections, people] = await Promise.all([
    submissions.numbered(scope, piece),
    runtime.ports.lookups.connections.summaries({ scope }),
    memberships.members(scope),
  ])
  return {
    submissionIds,
    connectionIds: connections.filter(({ providerLabel }) => has(providerLabel, piece)).map(({ id }) => id),
    operations: namesOf(operationTitles, piece),
    steps: namesOf(stepTitles, piece),
    says: piece,
    askedBy: people.filter(({ name }) => has(name, piece)).map(({ userId }) => userId),
  }
}

function namesOf(titles: Record<string, string>, piece: string): string[] {
  return Object.entries(titles).flatMap(([name, title]) => (has(title, piece) ? [name] : []))
}

function has(text: string, piece: string): boolean {
  return text.toLowerCase().includes(piece.toLowerCase())
}
