import {
  AuthorisationExpired,
  DocumentRemoved,
  type LedgerError,
  LedgerUnavailable,
  OutcomeUnknown,
  RateLimited,
  ReconnectNeeded,
  UnreadableAnswer,
  type WireAnswer,
} from '@fieldledger/accounting'
import { type Fault, faultOf } from './fault.ts'
import { permissionMissing } from './permissions.ts'
import { refusalOf } from './refusals.ts'

/** Retry-After of a used-up day was seen at 66,975 s; a longer answer than a day is not believed. */
const usualWaitMs = 60_000
const longestWaitMs = 86_400_000

/** What an answer means; null = success. A 200 can carry refused records (reference §2.2). */
export function classify(answer: WireAnswer): LedgerError | null {
  const fault = faultOf(answer.body)
  const { status } = answer
  const said: Partial<ReturnType<typeof wordsOf>> = fault === undefined ? {} : wordsOf(fault)
  if (status === 429) return rateLimited(answer)
  if (status === 401 && /AuthorizationUnsuccessful|insufficient.scope/i.test(said.providerMessage ?? ''))
    return permissionMissing('a permission of its list')
  if (status === 401) {
    return new AuthorisationExpired(
      'The Xero sign-in of this connection has run out. Reconnect it under Connections.',
      { ...said, entry: 'signed-out' },
    )
  }
  if (status === 403) {
    return new ReconnectNeeded(
      'Xero no longer lets Fieldledger into this organisation. Ask a Xero adviser or subscriber to reconnect it under Connections.',
      { ...said, entry: 'locked-out' },
    )
  }
  if (status === 503 && answer.headers['retry-after'] !== undefined) {
    return new LedgerUnavailable(
      'Xero is down for the moment and has taken nothing in. Fieldledger tries again by itself; there is nothing to do.',
      { ...said, entry: 'down', retryAfterMs: waitOf(answer) },
    )
  }
  if (status >= 500) {
    return new OutcomeUnknown(
      'Xero broke off with an error of its own, so we do not know yet whether it took this in. Fieldledger looks it up; wait for the result.',
      { ...said, entry: 'broke-off' },
    )
  }
  if (status === 404) {
    return new DocumentRemoved(
      'This record is not in Xero any more. Choose whether to send it again as a new one or to cancel it here.',
      { ...said, entry: 'removed-there' },
    )
  }
  if (fault !== undefined) return refusalOf(fault)
  if (status >= 200 && status < 300 && isObject(answer.body)) return null
  return unreadable(`status ${status} with ${typeof answer.body} body`)
}

/** The answer broke the service's own contract. */
export function unreadable(where: string): UnreadableAnswer {
  return new UnreadableAnswer(
    'Xero sent an answer that cannot be read, so we do not know yet what it did. Fieldledger looks it up; wait for the result.',
    { entry: 'unreadable', providerMessage: where },
  )
}

/** Limits are counted by the minute, the day, at once, and over all customers of the app. */
function rateLimited(answer: WireAnswer): RateLimited {
  const problem = answer.headers['x-rate-limit-problem'] ?? ''
  const detail = { providerCode: problem, retryAfterMs: waitOf(answer) }
  if (/^day/i.test(problem))
    return new RateLimited(
      'Xero takes no more requests for this organisation today: its daily limit is used up. Fieldledger goes on by itself when Xero allows it again; there is nothing to do.',
      { ...detail, entry: 'day-used-up' },
    )
  return new RateLimited(
    'Xero takes no more requests for this organisation right now. Fieldledger waits and goes on by itself; there is nothing to do.',
    { ...detail, entry: 'throttled' },
  )
}

function wordsOf({ code, messages }: Fault): { providerCode: string; providerMessage: string } {
  return { providerCode: code, providerMessage: messages.join(' ').slice(0, 1000) }
}

function waitOf(answer: WireAnswer): number {
  const seconds = answer.headers['retry-after'] ?? ''
  return /^\d{1,6}$/.test(seconds) ? Math.min(Number(seconds) * 1000, longestWaitMs) : usualWaitMs
}

function isObject(body: unknown): boolean {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
}
