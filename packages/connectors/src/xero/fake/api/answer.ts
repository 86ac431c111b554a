import type { Request } from 'express'
import type { Rendered, Voice } from '../../../fake-service/deliver.ts'
import type { JsonObject } from '../../../fake-service/json.ts'
import { XeroRefusal } from '../refusal.ts'
import { refuse } from '../refusals.ts'
import { xmlAnswer } from './xml.ts'

export interface Answer {
  status: number
  body: JsonObject
  headers?: Record<string, string>
  /** A file instead of the body. */
  file?: { content: Buffer; type: string }
}

export function refusalAnswer({ status, body, headers }: XeroRefusal): Answer {
  return { status, body, headers }
}

export function settle(work: () => Answer): Answer {
  try {
    return work()
  } catch (error) {
    if (error instanceof XeroRefusal) return refusalAnswer(error)
    throw error
  }
}

/** JSON only for callers that ask for it: XML is the service's default. */
function rendered(request: Request, { status, body, headers, file }: Answer): Rendered {
  if (file) return { status, headers: { ...headers, 'content-type': file.type }, content: file.content }
  const wantsJson = /\bapplication\/json\b/.test(request.get('accept') ?? '')
  const type = wantsJson ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8'
  const content = wantsJson ? JSON.stringify(body) : xmlAnswer(body)
  return { status, headers: { ...headers, 'content-type': type }, content }
}

export const voice: Voice<Answer> = {
  rendered,
  broken: (status) => refusalAnswer(status === 500 ? refuse.broken() : refuse.unavailable()),
  throttled: (retryAfterSeconds) =>
    refusalAnswer(refuse.throttled({ problem: 'minute', retryAfterSeconds: retryAfterSeconds ?? 60 })),
}
