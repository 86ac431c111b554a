import { DocumentRejected, type LedgerChange, type OperationPlan } from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { readRequest } from '../requests.ts'
import { type ChangedElement, ChangedElements } from '../wire.ts'

/** Xero's OpenAPI document `pageSize`. */
const rowsPerPage = 1000

interface List {
  path: 'Contacts' | 'Items' | 'PurchaseOrders' | 'Invoices'
  record: LedgerChange['record']
  /** Items are known by their code. */
  id: 'ContactID' | 'Code' | 'PurchaseOrderID' | 'InvoiceID'
  query: Record<string, string>
  /** Items have none. */
  paged: boolean
}

const lists: readonly List[] = [
  { path: 'Contacts', record: 'vendor', id: 'ContactID', query: { includeArchived: 'true' }, paged: true },
  { path: 'Items', record: 'item', id: 'Code', query: {}, paged: false },
  { path: 'PurchaseOrders', record: 'document', id: 'PurchaseOrderID', query: {}, paged: true },
  { path: 'Invoices', record: 'document', id: 'InvoiceID', query: { where: 'Type=="ACCPAY"' }, paged: true },
]

/** `If-Modified-Since`, one list after the other; the page mark names the list and its page. */
export const listChanges: OperationPlan<'change.list'> = function* ({ since, cursor = '0:1' }, context) {
  const [, place = '', pageText = ''] = /^([0-3]):([1-9]\d{0,5})$/.exec(cursor) ?? []
  const list = lists[Number(place)]
  if (place === '' || list === undefined) throw wrongMark()
  const page = Number(pageText)
  const { path, paged } = list
  const query = { ...list.query, ...(paged ? { page: pageText, pageSize: String(rowsPerPage) } : {}) }
  const request = readRequest('changes', { path, query, context })
  const headers = { ...request.headers, 'if-modified-since': toTheSecond(since) }
  const answer = yield* exchange({ ...request, headers, routine: true }, ChangedElements)
  const found = answer[path] ?? []
  const rows = found.flatMap((element) => fromElement(list, element))
  const isFull = paged && found.length === rowsPerPage
  const then = isFull ? `${place}:${page + 1}` : nextList(Number(place))
  return { rows, complete: true, ...(then === undefined ? {} : { next: then }) }
}

function nextList(place: number): string | undefined {
  return place + 1 < lists.length ? `${place + 1}:1` : undefined
}

function fromElement({ record, id }: List, element: ChangedElement): LedgerChange[] {
  const { [id]: remoteId, UpdatedDateUTC: revision, Name, Code, IsPurchased } = element
  const milliseconds = /\d+/.exec(revision ?? '')?.[0]
  if (remoteId === undefined || milliseconds === undefined) return []
  const at = new Date(Number(milliseconds)).toISOString()
  if (record === 'document' && revision !== undefined) return [{ record, remoteId, at, revision }]
  if (record !== 'item') return [{ record, remoteId, at }]
  return [{ record, remoteId, at, name: Name || (Code ?? ''), active: IsPurchased !== false }]
}

/** Reference §2.1: UTC, and without a zone. */
function toTheSecond(since: string): string {
  return since.slice(0, 19)
}

function wrongMark(): DocumentRejected {
  return new DocumentRejected('This list was cut short by a wrong page mark. Wait for the next look.')
}
