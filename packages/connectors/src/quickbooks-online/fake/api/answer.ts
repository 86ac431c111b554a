import { randomBytes } from 'node:crypto'
import type { Request } from 'express'
import type { Rendered, Voice } from '../../../fake-service/deliver.ts'
import type { JsonObject } from '../../../fake-service/json.ts'
import type { ProviderFault } from '../fault.ts'
import { refuse } from '../fault-catalogue.ts'
import { xmlAnswer } from './xml.ts'

export interface Answer {
  status: number
  body: JsonObject
  headers?: Record<string, string>
}

/** 401 and 403 come in a lower-case envelope, everything else in the upper-case one. */
export function faultAnswer(fault: ProviderFault, now: number): Answer {
  const { status, headers } = fault
  const isGatekeeper = status === 401 || status === 403
  const body = isGatekeeper
    ? gatekeeperBody(fault, now)
    : { Fault: fault.asFault(), time: new Date(now).toISOString() }
  return { status, body, headers }
}

function gatekeeperBody(fault: ProviderFault, now: number): JsonObject {
  return {
    warnings: null,
    intuitObject: null,
    fault: {
      error: [{ message: fault.message, detail: fault.detail, code: fault.code, element: null }],
      type: fault.type,
    },
    report: null,
    queryResponse: null,
    batchItemResponse: [],
    attachableResponse: [],
    syncErrorResponse: null,
    requestId: null,
    time: now,
    status: null,
    cdcresponse: [],
  }
}

export function newTraceId(): string {
  return `1-${randomBytes(4).toString('hex')}-${randomBytes(12).toString('hex')}`
}

/** JSON only for callers that ask for it. A wildcard and no header at all mean XML. */
function rendered(request: Request, { status, body, headers }: Answer): Rendered {
  const wantsJson = /\bapplication\/json\b/.test(request.get('accept') ?? '')
  const type = wantsJson ? 'application/json;charset=UTF-8' : 'application/xml;charset=UTF-8'
  const content = wantsJson ? JSON.stringify(body) : xmlAnswer(body)
  return { status, headers: { ...headers, 'content-type': type }, content }
}

export function voiceAt(now: number): Voice<Answer> {
  return {
    rendered,
    broken: (status) => ({ ...faultAnswer(refuse.broken(), now), status }),
    throttled: (retryAfterSeconds) => faultAnswer(refuse.throttled(retryAfterSeconds ?? undefined), now),
  }
}
