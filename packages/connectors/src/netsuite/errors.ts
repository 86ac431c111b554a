import {
  AuthorisationExpired,
  DocumentRemoved,
  type LedgerError,
  NotAllowed,
  OutcomeUnknown,
  PermissionMissing,
  RateLimited,
  ReconnectNeeded,
  UnreadableAnswer,
  type WireAnswer,
} from '@fieldledger/accounting'
import { type Fault, faultsOf } from './fault.ts'
import { refusalOf } from './refusals.ts'

/**
 * No Retry-After is sent (reference §3.5). Places for requests at a time come free by the second; the counts of
 * requests run over 60 seconds and 24 hours.
 */
const concurrencyWaitMs = 5000
const countWaitMs = 60_000

/** What an answer means; null = success. A write is answered by 204 without a body. */
export function classify(answer: WireAnswer): LedgerError | null {
  const { status } = answer
  const faults = faultsOf(answer.body)
  const [first] = faults
  const said = first === undefined ? {} : wordsOf(first)
  if (status === 429) return rateLimited(first)
  if (status === 401) {
    return new AuthorisationExpired(
      'The NetSuite sign-in of this connection has run out. Reconnect it under Connections.',
      { ...said, entry: 'signed-out' },
    )
  }
  if (status === 403) return forbidden(first)
  if (status >= 500) {
    return new OutcomeUnknown(
      'NetSuite broke off with an error of its own, so we do not know yet whether it took this in. Fieldledger looks it up; wait for the result.',
      { ...said, entry: 'broke-off' },
    )
  }
  if (status === 404) {
    return new DocumentRemoved(
      'This record is not in NetSuite any more. Choose whether to send it again as a new one or to cancel it here.',
      { ...said, entry: 'removed-there' },
    )
  }
  if (first !== undefined) return refusalOf(faults)
  if (status === 204) return null
  if (status >= 200 && status < 300 && isObject(answer.body)) return null
  return unreadable(`status ${status} with ${typeof answer.body} body`)
}

/** The answer broke the service's own contract. */
export function unreadable(where: string): UnreadableAnswer {
  return new UnreadableAnswer(
    'NetSuite sent an answer that cannot be read, so we do not know yet what it did. Fieldledger looks it up; wait for the result.',
    { entry: 'unreadable', providerMessage: where },
  )
}

function rateLimited(fault: Fault | undefined): RateLimited {
  const said = fault === undefined ? {} : wordsOf(fault)
  if (/concurren/i.test(`${fault?.code} ${fault?.message}`))
    return new RateLimited(
      'NetSuite works on as many requests of this account as it allows at a time, others’ among them. Fieldledger waits and goes on by itself; there is nothing to do.',
      { ...said, entry: 'crowded', retryAfterMs: concurrencyWaitMs },
    )
  return new RateLimited(
    'NetSuite takes no more requests of this account right now. Fieldledger waits and goes on by itself; there is nothing to do.',
    { ...said, entry: 'throttled', retryAfterMs: countWaitMs },
  )
}

/** A right that the role lacks is one thing, an account that lets nobody in another. */
function forbidden(fault: Fault | undefined): LedgerError {
  const said = fault === undefined ? {} : wordsOf(fault)
  if (/scope/i.test(fault?.message ?? ''))
    return new PermissionMissing(
      'The consent in NetSuite leaves out what Fieldledger needs: REST web services and SuiteAnalytics. Reconnect under Connections, and allow both.',
      { ...said, entry: 'permission-missing' },
    )
  if (/permission/i.test(`${fault?.code} ${fault?.message}`)) {
    const permission = named(fault?.message ?? '')
    return new NotAllowed(
      `The NetSuite role of this connection lacks ${permission === undefined ? 'a permission' : `the permission “${permission}”`} for this. Ask a NetSuite administrator to add it to the role, then send again.`,
      {
        ...said,
        entry: 'permission-missing',
        ...(permission === undefined ? {} : { params: { permission } }),
      },
    )
  }
  return new ReconnectNeeded(
    'NetSuite no longer lets Fieldledger into this account. Ask a NetSuite administrator to reconnect it under Connections.',
    { ...said, entry: 'locked-out' },
  )
}

/** “You need the 'Lists -> Vendors' permission”, “You need the Purchase Order permission”. */
function named(message: string): string | undefined {
  return /you need (?:the )?'?([^'.]{1,100}?)'? permission/i.exec(message)?.[1]
}

function wordsOf({ code, message }: Fault): { providerCode: string; providerMessage: string } {
  return { providerCode: code, providerMessage: message.slice(0, 1000) }
}

function isObject(body: unknown): boolean {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
}
