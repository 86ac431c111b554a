import type { OperationContext, WireRequest } from '@fieldledger/accounting'

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

/** A note is beside the one write of the effect: a repeated one is found by its text, and its key tells it from that write. */
export function noteRequest(step: string, write: Write): WireRequest {
  const { context } = write
  const requestKey = context.requestKey === '' ? '' : `${context.requestKey}-${step}`
  const request = writeRequest(step, {
    method: 'PUT',
    query: {},
    ...write,
    context: { ...context, requestKey },
  })
  return { ...request, safeToRepeat: true }
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
