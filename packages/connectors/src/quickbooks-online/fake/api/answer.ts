import { randomBytes } from 'node:crypto'
import type { Request, Response } from 'express'
import type { ProviderFault } from '../fault.ts'
import type { JsonObject } from '../json.ts'
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
export function rendered(request: Request, answer: Answer): { type: string; text: string } {
  const wantsJson = /\bapplication\/json\b/.test(request.get('accept') ?? '')
  return wantsJson
    ? { type: 'application/json;charset=UTF-8', text: JSON.stringify(answer.body) }
    : { type: 'application/xml;charset=UTF-8', text: xmlAnswer(answer.body) }
}

export function sendAnswer(
  request: Request,
  { response, answer }: { response: Response; answer: Answer },
): void {
  const { type, text } = rendered(request, answer)
  response.status(answer.status).set(answer.headers ?? {})
  response.set('content-type', type).end(text)
}
