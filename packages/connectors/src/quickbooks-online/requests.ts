import { createHash } from 'node:crypto'
import type { LedgerFile, OperationContext, WireRequest } from '@fieldledger/accounting'

/** blogs.intuit.com 2025-01-21: versions 1 to 74 are ignored since August 2025. */
const minorversion = '75'

/** Without Accept the service answers in XML (oauth-jsclient#135). */
const headers = { accept: 'application/json' }

const company = '/v3/company/{company}'

export function readRequest(step: string, path: string): WireRequest {
  return {
    step,
    method: 'GET',
    path: `${company}/${path}`,
    query: { minorversion },
    headers,
    safeToRepeat: true,
  }
}

/** developer.intuit.com "ExchangeRate": of one currency, on one day. */
export function rateRequest(step: string, of: { currency: string; date: string }): WireRequest {
  const query = { sourcecurrencycode: of.currency, asofdate: of.date, minorversion }
  return { ...readRequest(step, 'exchangerate'), query }
}

export function queryRequest(step: string, query: string): WireRequest {
  return {
    step,
    method: 'GET',
    path: `${company}/query`,
    query: { query, minorversion },
    headers,
    safeToRepeat: true,
  }
}

/** `requestid`, at most 50 characters, repeats the first answer (blogs.intuit.com 2015-04-06). */
export function writeRequest(
  step: string,
  write: { path: string; body: object; requestKey: string | undefined; operation?: 'delete' },
): WireRequest {
  return {
    step,
    method: 'POST',
    path: `${company}/${write.path}`,
    query: {
      ...(write.requestKey ? { requestid: write.requestKey } : {}),
      ...(write.operation === undefined ? {} : { operation: write.operation }),
      minorversion,
    },
    headers: { ...headers, 'content-type': 'application/json' },
    body: { as: 'json', value: write.body },
    safeToRepeat: false,
  }
}

/** What notes and files stand beside: `Bill` and its id. */
interface Beside {
  type: string
  id: string
  context: OperationContext
}

/** developer.intuit.com "Attach images and notes": by what they stand beside, at most 1000. */
export function attachedTo(step: string, { type, id }: Beside): WireRequest {
  const where = `AttachableRef.EntityRef.Type = ${quoted(type)} and AttachableRef.EntityRef.value = ${quoted(id)}`
  return queryRequest(step, `select * from Attachable where ${where} maxresults 1000`)
}

/** An Attachable of a note alone; what a repeated one would write is found by its text. */
export function attachedNote(step: string, { note, ...beside }: Beside & { note: string }): WireRequest {
  const body = { Note: note, ...linkTo(beside) }
  const requestKey = keyOf(beside, [step, note])
  return { ...writeRequest(step, { path: 'attachable', body, requestKey }), safeToRepeat: true }
}

/** `file_metadata_01` and `file_content_01` (reference §1.2): one file, linked in the same request. */
export function uploadRequest(step: string, { file, ...beside }: Beside & { file: LedgerFile }): WireRequest {
  const { name: FileName, contentType: ContentType } = file
  const requestKey = keyOf(beside, [step, file.name, file.id])
  return {
    step,
    method: 'POST',
    path: `${company}/upload`,
    query: { ...(requestKey === undefined ? {} : { requestid: requestKey }), minorversion },
    headers,
    body: {
      as: 'multipart',
      value: {
        file_metadata_01: { json: { FileName, ContentType, ...linkTo(beside) } },
        file_content_01: { file },
      },
    },
    safeToRepeat: true,
  }
}

function linkTo({ type, id }: Beside) {
  return { AttachableRef: [{ EntityRef: { type, value: id } }] }
}

/** A key of its own for each note and file of one effect; `requestid` takes 50 characters. */
function keyOf({ context: { requestKey } }: Beside, texts: string[]): string | undefined {
  if (requestKey === '') return undefined
  return createHash('sha256')
    .update([requestKey, ...texts].join('\n'))
    .digest('hex')
    .slice(0, 40)
}

/** A text inside a query: developer.intuit.com "Query operations and syntax", escapes by backslash. */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
