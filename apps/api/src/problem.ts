import { STATUS_CODES } from 'node:http'
import type { ProblemDetails } from '@fieldledger/contract'
import { databaseTrouble } from '@fieldledger/storage'
import { Missing } from './refusals.ts'

export interface ToldProblem {
  details: ProblemDetails
  /** Ours, to be told as it stands; everything else is a fault that is logged as one. */
  known: boolean
  /** For the Retry-After header. */
  retryAfterSeconds?: number
}

/** The one place where errors of all packages become RFC 9457. */
export function problemOf(error: unknown): ToldProblem {
  const trouble = databaseTrouble(error)
  if (trouble !== undefined) {
    const { retryAfterSeconds } = trouble
    return { details: details(503, factsOf(trouble)), known: false, retryAfterSeconds }
  }
  const facts = factsOf(error)
  const status = statusOf(facts)
  if (status === 404) return { details: details(404, factsOf(new Missing())), known: true }
  // 503 is ours to say; every other 5xx is a fault.
  if (status === undefined || (status >= 500 && status !== 503))
    return { details: unexpected(), known: false }
  return { details: details(status, facts), known: true }
}

interface Facts {
  code?: unknown
  message?: unknown
  status?: unknown
  retryable?: unknown
  errors?: unknown
  conflict?: unknown
  type?: unknown
}

function factsOf(error: unknown): Facts {
  if (typeof error !== 'object' || error === null) return {}
  const { code, message, status, retryable, errors, conflict, type } = error as Facts
  return { code, message, status, retryable, errors, conflict, type }
}

/** Codes of packages that know nothing of HTTP. */
const statusByCode: Readonly<Record<string, number>> = {
  'connection-not-found': 404,
  'record-not-found': 404,
  'account-not-found': 422,
  'environment-forbidden': 403,
  'ledger-silent': 503,
  'import-busy': 409,
  LIMIT_FILE_SIZE: 413,
}

const statusByParser: Readonly<Record<string, number>> = {
  'entity.too.large': 413,
  'entity.parse.failed': 400,
  'encoding.unsupported': 415,
  'charset.unsupported': 415,
  'request.aborted': 400,
  'request.size.invalid': 400,
}

function statusOf({ code, status, retryable, type }: Facts): number | undefined {
  if (typeof type === 'string' && statusByParser[type] !== undefined) return statusByParser[type]
  if (typeof code === 'string' && statusByCode[code] !== undefined) return statusByCode[code]
  if (typeof status === 'number' && typeof code === 'string') return status
  // Our own error classes carry a stable code and say whether a repetition helps; others are faults.
  return typeof code === 'string' && typeof retryable === 'boolean' ? 409 : undefined
}

const sentences: Readonly<Record<number, string>> = {
  400: 'The request cannot be read as JSON: correct it and send it again.',
  413: 'The request is larger than this address takes: send less at once.',
  415: 'The request is encoded in a way that is not understood: send plain UTF-8 JSON.',
}

function details(status: number, facts: Facts): ProblemDetails {
  const fromParser = typeof facts.type === 'string' && statusByParser[facts.type] !== undefined
  const detail = fromParser ? (sentences[status] ?? '') : String(facts.message)
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Refused',
    status,
    code: fromParser ? (status === 413 ? 'too-large' : 'unreadable') : String(facts.code),
    detail,
    ...(typeof facts.retryable === 'boolean' ? { retryable: facts.retryable } : {}),
    ...(Array.isArray(facts.errors) && facts.errors.length > 0 ? { errors: facts.errors } : {}),
    ...(facts.conflict === undefined
      ? {}
      : { conflict: facts.conflict as NonNullable<ProblemDetails['conflict']> }),
  }
}

function unexpected(): ProblemDetails {
  return {
    type: 'about:blank',
    title: 'Internal Server Error',
    status: 500,
    code: 'unexpected',
    detail: 'Something went wrong on our side; nothing was lost. Try again in a moment.',
    retryable: true,
  }
}
