import type { WireRequest } from '@fieldledger/accounting'

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

/** A text inside a query: developer.intuit.com "Query operations and syntax", escapes by backslash. */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
