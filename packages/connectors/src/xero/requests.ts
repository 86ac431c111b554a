import { createHash } from 'node:crypto'
import type { LedgerFile, OperationContext, WireRequest } from '@fieldledger/accounting'

const api = '/api.xro/2.0'

/** Unit prices are rounded to two decimals, also in answers, unless four are asked for (reference §2.3). */
const fourDecimals = { unitdp: '4' }

/** Without Accept the service answers in XML (reference §2.1); the organisation stands in a header. */
function headersFor({ companyId }: OperationContext) {
  return { accept: 'application/json', 'xero-tenant-id': companyId }
}

interface Read {
  path: string
  query?: Record<string, string>
  context: OperationContext
}

export function readRequest(step: string, { path, query, context }: Read): WireRequest {
  return {
    step,
    method: 'GET',
    path: `${api}/${path}`,
    ...(query === undefined ? {} : { query }),
    headers: headersFor(context),
    safeToRepeat: true,
  }
}

/** Documents and items carry unit prices. */
export function pricedRequest(step: string, read: Read): WireRequest {
  return readRequest(step, { ...read, query: { ...read.query, ...fourDecimals } })
}

interface Write {
  path: string
  body: object
  context: OperationContext
}

/**
 * PUT only ever creates. `summarizeErrors` is sent because the documents disagree on its default: false = a refusal
 * stands on the record that it is about, in an answer 200.
 */
export function createRequest(step: string, { path, body, context }: Write): WireRequest {
  return writeRequest(step, {
    method: 'PUT',
    path,
    query: { summarizeErrors: 'false', ...fourDecimals },
    body,
    context,
  })
}

/** POST to the record's own address changes what it names and leaves the rest. */
export function updateRequest(step: string, write: Write): WireRequest {
  return writeRequest(step, { method: 'POST', query: fourDecimals, ...write })
}

interface Beside {
  path: string
  context: OperationContext
}

/**
 * Notes are beside the one write of the effect: what a repeated one would write is found by its text. Their key is of
 * their texts, since a key with another body is refused.
 */
export function noteRequest(step: string, { notes, ...place }: Beside & { notes: string[] }): WireRequest {
  const body = { HistoryRecords: notes.map((Details) => ({ Details })) }
  const context = keyedBy(place.context, [step, ...notes])
  const request = writeRequest(step, { method: 'PUT', query: {}, path: place.path, body, context })
  return { ...request, safeToRepeat: true }
}

/** A file is the whole body, known there by its name. */
export function fileRequest(
  step: string,
  { path, context, file }: Beside & { file: LedgerFile },
): WireRequest {
  const own = keyedBy(context, [step, file.name, file.id])
  return {
    step,
    method: 'PUT',
    path: `${api}/${path}/${encodeURIComponent(file.name)}`,
    headers: {
      ...headersFor(context),
      'content-type': file.contentType,
      ...(own.requestKey === '' ? {} : { 'idempotency-key': own.requestKey }),
    },
    body: { as: 'file', value: file },
    safeToRepeat: true,
  }
}

function keyedBy(context: OperationContext, texts: string[]): OperationContext {
  if (context.requestKey === '') return context
  const digest = createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 16)
  return { ...context, requestKey: `${context.requestKey}-${digest}` }
}

function writeRequest(
  step: string,
  write: Write & { method: 'PUT' | 'POST'; query: Record<string, string> },
): WireRequest {
  const { method, path, query, body, context } = write
  const { requestKey } = context
  return {
    step,
    method,
    path: `${api}/${path}`,
    query,
    headers: {
      ...headersFor(context),
      'content-type': 'application/json',
      ...(requestKey === '' ? {} : { 'idempotency-key': requestKey }),
    },
    body: { as: 'json', value: body },
    safeToRepeat: false,
  }
}

/** A text inside `where`, which is written as C# is. */
export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
