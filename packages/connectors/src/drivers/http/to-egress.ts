import type { ConnectionTarget, ProviderSettings, WireRequest } from '@fieldledger/accounting'
import type { EgressRequest } from '@fieldledger/egress'
import type { FileBody } from './file-body.ts'

interface Envelope {
  settings: ProviderSettings
  connection: ConnectionTarget
  accessToken: string
  timeoutMs: number | undefined
  beforeFirstByte: (() => Promise<void>) | undefined
  files: FileBody | undefined
}

/** 50,000 items of a ledger without pages are some 30 million bytes. */
const wholeListBytes = 64 * 1024 * 1024

/** A plain request with host, company and token put in. */
export function egressRequest(request: WireRequest, envelope: Envelope): EgressRequest {
  const { settings, connection, accessToken, timeoutMs, beforeFirstByte, files } = envelope
  const base = new URL(settings.baseUrl)
  const path = request.path.replaceAll('{company}', encodeURIComponent(connection.ledgerCompanyId))
  const query = new URLSearchParams(request.query).toString()
  return {
    origin: base.origin,
    method: request.method,
    path: `${base.pathname.replace(/\/$/, '')}${path}${query === '' ? '' : `?${query}`}`,
    headers: { ...request.headers, ...files?.headers, authorization: `Bearer ${accessToken}` },
    ...(request.body === undefined ? {} : { body: files?.bytes ?? bodyText(request.body) }),
    ...(request.wholeList === true ? { maxBytes: wholeListBytes } : {}),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(beforeFirstByte === undefined ? {} : { beforeFirstByte }),
  }
}

function bodyText({ as, value }: NonNullable<WireRequest['body']>): string {
  if (as === 'json') return JSON.stringify(value)
  if (as === 'text') return String(value)
  return new URLSearchParams(
    Object.entries(Object(value)).map(([name, text]) => [name, String(text)]),
  ).toString()
}
