import type { Request } from 'express'
import type { Rendered, Voice } from '../../../fake-service/deliver.ts'
import type { JsonObject } from '../../../fake-service/json.ts'
import { NetSuiteRefusal } from '../refusal.ts'
import { refuse } from '../refusals.ts'

export interface Answer {
  status: number
  body?: JsonObject
  headers?: Record<string, string>
}

const errorType = 'application/vnd.oracle.resource+json; type=error; charset=UTF-8'
const recordType = 'application/vnd.oracle.resource+json; type=singular; charset=UTF-8'

export function refusalAnswer({ status, body }: NetSuiteRefusal): Answer {
  return { status, body, headers: { 'content-type': errorType } }
}

export function settle(work: () => Answer): Answer {
  try {
    return work()
  } catch (error) {
    if (error instanceof NetSuiteRefusal) return refusalAnswer(error)
    throw error
  }
}

function rendered(_request: Request, { status, body, headers }: Answer): Rendered {
  if (!body) return { status, headers: headers ?? {}, content: '' }
  return { status, headers: { 'content-type': recordType, ...headers }, content: JSON.stringify(body) }
}

/** Too many requests are told without a word on when to come again. */
export const voice: Voice<Answer> = {
  rendered,
  broken: (status) => refusalAnswer(status === 500 ? refuse.broken() : refuse.unavailable()),
  throttled: () => refusalAnswer(refuse.concurrency()),
}
