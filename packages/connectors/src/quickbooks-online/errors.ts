import {
  AuthorisationExpired,
  type LedgerError,
  LedgerUnavailable,
  OutcomeUnknown,
  RateLimited,
  ReconnectNeeded,
  UnreadableAnswer,
  type WireAnswer,
} from '@fieldledger/accounting'
import { type Fault, faultOf } from './fault.ts'
import { refusalOf } from './refusals.ts'

const throttleCodes = ['3001']
const authenticationCodes = ['100', '3200']
const authorisationCodes = ['120', '3100']

/** developer.intuit.com "Limits and throttles": wait 60 s. A longer answer than 10 min is not believed. */
const usualWaitMs = 60_000
const longestWaitMs = 600_000

/** What an answer means; null = success. A 200 can carry a Fault (developer.intuit.com "Error codes"). */
export function classify(answer: WireAnswer): LedgerError | null {
  const fault = faultOf(answer.body)
  const { status } = answer
  const said = fault === undefined ? {} : wordsOf(fault)
  if (status === 429 || isOneOf(throttleCodes, fault)) {
    return new RateLimited(
      'QuickBooks takes no more requests for this company right now. Fieldledger waits and goes on by itself; there is nothing to do.',
      { ...said, entry: 'throttled', retryAfterMs: waitOf(answer) },
    )
  }
  if (status === 401 || isOneOf(authenticationCodes, fault)) {
    return new AuthorisationExpired(
      'The QuickBooks sign-in of this connection has run out. Reconnect it under Connections.',
      { ...said, entry: 'signed-out' },
    )
  }
  if (status === 403 || isOneOf(authorisationCodes, fault)) {
    return new ReconnectNeeded(
      'QuickBooks no longer lets Fieldledger into this company. Ask a QuickBooks administrator to reconnect it under Connections.',
      { ...said, entry: 'locked-out' },
    )
  }
  if (status === 503 && answer.headers['retry-after'] !== undefined) {
    return new LedgerUnavailable(
      'QuickBooks is down for the moment and has taken nothing in. Fieldledger tries again by itself; there is nothing to do.',
      { ...said, entry: 'down', retryAfterMs: waitOf(answer) },
    )
  }
  if (status >= 500 || fault?.isSystemFault) {
    return new OutcomeUnknown(
      'QuickBooks broke off with an error of its own, so we do not know yet whether it took this in. Fieldledger looks it up; wait for the result.',
      { ...said, entry: 'broke-off' },
    )
  }
  if (fault !== undefined) return refusalOf(fault)
  if (status >= 200 && status < 300 && isObject(answer.body)) return null
  return unreadable(`status ${status} with ${typeof answer.body} body`)
}

/** The answer broke the service's own contract. */
export function unreadable(where: string): UnreadableAnswer {
  return new UnreadableAnswer(
    'QuickBooks sent an answer that cannot be read, so we do not know yet what it did. Fieldledger looks it up; wait for the result.',
    { entry: 'unreadable', providerMessage: where },
  )
}

function wordsOf(fault: Fault): { providerCode: string; providerMessage: string } {
  return {
    providerCode: fault.code,
    providerMessage: `${fault.message} ${fault.detail}`.trim().slice(0, 1000),
  }
}

function waitOf(answer: WireAnswer): number {
  const seconds = answer.headers['retry-after'] ?? ''
  return /^\d{1,6}$/.test(seconds) ? Math.min(Number(seconds) * 1000, longestWaitMs) : usualWaitMs
}

function isOneOf(codes: readonly string[], fault: Fault | undefined): boolean {
  return fault !== undefined && codes.includes(fault.code)
}

function isObject(body: unknown): boolean {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
}
