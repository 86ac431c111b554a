import type { LedgerChange, OperationPlan } from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { readRequest } from '../requests.ts'
import { type ChangedRecord, ChangedRecords } from '../wire-changes.ts'

/** developer.intuit.com "Change data capture": so many objects in one answer, whatever was changed. */
const mostObjects = 1000

const records = {
  Vendor: 'vendor',
  Item: 'item',
  PurchaseOrder: 'document',
  Bill: 'document',
} as const satisfies Record<string, LedgerChange['record']>

/** One request for all; a payment changes the bills that it pays. */
export const listChanges: OperationPlan<'change.list'> = function* ({ since }) {
  const request = readRequest('changes', 'cdc')
  const entities = [...Object.keys(records), 'BillPayment'].join(',')
  const query = { ...request.query, entities, changedSince: since }
  const answer = yield* exchange({ ...request, query, routine: true }, ChangedRecords)
  const told = answer.CDCResponse.flatMap(({ QueryResponse }) => QueryResponse)
  const found = (name: keyof typeof records | 'BillPayment') => told.flatMap((part) => part[name] ?? [])
  const rows = Object.entries(records).flatMap(([name, record]) =>
    found(name as keyof typeof records).map((row) => fromRecord(record, row)),
  )
  const payments = found('BillPayment').flatMap(billsPaid)
  const sent = rows.length + found('BillPayment').length
  return { rows: [...rows, ...payments], complete: sent < mostObjects }
}

function fromRecord(record: LedgerChange['record'], row: ChangedRecord): LedgerChange {
  const { Id: remoteId, SyncToken: revision, MetaData, status, Name, FullyQualifiedName, Active } = row
  const at = instantOf(MetaData.LastUpdatedTime)
  if (record === 'document') return { record, remoteId, at, ...(revision === undefined ? {} : { revision }) }
  const name = FullyQualifiedName ?? Name
  const active = status !== 'Deleted' && Active !== false
  return { record, remoteId, at, active, ...(name === undefined ? {} : { name }) }
}

/** Told by their own time: the version of a bill may be the same after it. */
function billsPaid({ MetaData, Line = [] }: ChangedRecord): LedgerChange[] {
  const linked = Line.flatMap(({ LinkedTxn = [] }) => LinkedTxn)
  return linked
    .filter(({ TxnType }) => TxnType === 'Bill')
    .map(({ TxnId }) => ({
      record: 'document',
      remoteId: TxnId,
      at: instantOf(MetaData.LastUpdatedTime),
    }))
}

/** Times come with the company's offset; changes are told apart, and asked for, by UTC. */
function instantOf(time: string): string {
  const milliseconds = Date.parse(time)
  return Number.isNaN(milliseconds) ? time : new Date(milliseconds).toISOString()
}
