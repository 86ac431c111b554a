import { type DocumentKind, documentCapability } from '@fieldledger/accounting'
import { DateTime } from 'luxon'
import type { ConnectionSummary } from './connection-summary.ts'
import { dayInWords } from './day-in-words.ts'
import { type ImportFacts, importSignals } from './import-signals.ts'

/** What is known of a connection beside its settings. */
export interface ConnectionHealthFacts extends ImportFacts {
  connection: ConnectionSummary
  /** When the sign-in ends if nobody uses it until then; absent = it is not told, or does not end. */
  signInEndsAt?: Date
  /** When the ledger was looked at last, and what it said when that failed. */
  lastLook?: { at: Date; message?: string }
  /** Their clock minus ours, by the last answer. */
  clockAheadMs?: number
  /** How many requests are left today, of how many. */
  quota?: { left: number; of: number }
}

export interface HealthSignal {
  code: string
  severity: 'error' | 'warning'
  connectionId: string
  /** A sentence that ends in what to do. */
  message: string
}

const daysBeforeSignInEnds = 14
const clockToleranceMs = 5 * 60_000
/** A tenth of the day's requests. */
const quotaIsLow = 0.1
const daysBeforeClose = 5

/** What is about to break, and what broke, each with what to do: the connection's page and the daily e-mail say the same. */
export function healthSignals(
  facts: ConnectionHealthFacts,
  at: { now: Date; timeZone: string },
): HealthSignal[] {
  const { connection } = facts
  if (connection.state === 'disconnected') return []
  const told: Omit<HealthSignal, 'connectionId'>[] =
    connection.state === 'needs-reconnect'
      ? [error('reconnect', `${connection.name} withdrew our access: reconnect it under Connections.`)]
      : [
          ...signIn(facts, at),
          ...lastLook(facts),
          ...importSignals(facts, at),
          ...plan(facts),
          ...period(facts, at),
          ...quota(facts),
          ...clocks(facts),
        ]
  return told.map((signal) => ({ ...signal, connectionId: connection.id }))
}

type Told = Omit<HealthSignal, 'connectionId'>

function error(code: string, message: string): Told {
  return { code, severity: 'error', message }
}

function warning(code: string, message: string): Told {
  return { code, severity: 'warning', message }
}

function signIn(
  { connection, signInEndsAt }: ConnectionHealthFacts,
  { now, timeZone }: { now: Date; timeZone: string },
): Told[] {
  if (signInEndsAt === undefined) return []
  const left = signInEndsAt.getTime() - now.getTime()
  const day = dayInWords(DateTime.fromJSDate(signInEndsAt, { zone: timeZone }).toISODate() ?? '')
  if (left <= 0)
    return [error('sign-in-ended', `The sign-in with ${connection.name} ended on ${day}: reconnect it now.`)]
  const days = Math.ceil(left / 86_400_000)
  if (days > daysBeforeSignInEnds) return []
  return [
    warning(
      'sign-in-ends',
      `The sign-in with ${connection.name} ends on ${day} unless something is sent before: press Check now, which renews it, or reconnect it.`,
    ),
  ]
}

function lastLook({ connection, lastLook: look }: ConnectionHealthFacts): Told[] {
  if (look?.message === undefined) return []
  const message = `${connection.name} could not be looked at: ${look.message} Press Check now to try once more.`
  return [error('look-failed', message)]
}

function plan({ connection }: ConnectionHealthFacts): Told[] {
  if (connection.ledger?.subscriptionEnded === true)
    return [
      error(
        'subscription-ended',
        `The subscription of ${connection.name} has ended or is not paid, so ${connection.providerLabel} takes nothing new: settle it there, then press Check now.`,
      ),
    ]
  const lacking = Object.entries(connection.ledger?.documents ?? {}).flatMap(([kind, there]) => {
    const can = documentCapability(connection.capabilities, kind as DocumentKind)
    return there || can === undefined ? [] : [`${can.label}s`]
  })
  if (lacking.length === 0) return []
  const which = [...new Set(lacking)].join(', ')
  return [
    warning(
      'plan-lacks',
      `The plan of ${connection.name} has no ${which}: switch them on in ${connection.providerLabel}, or leave them off under What is sent.`,
    ),
  ]
}

function period(
  { connection }: ConnectionHealthFacts,
  { now, timeZone }: { now: Date; timeZone: string },
): Told[] {
  const closed = connection.ledger?.closedThrough
  if (closed === undefined) return []
  const today = DateTime.fromJSDate(now, { zone: timeZone })
  const since = today.diff(DateTime.fromISO(closed, { zone: timeZone }), 'days').days
  if (since > daysBeforeClose) return []
  return [
    warning(
      'books-closed',
      `The books of ${connection.name} are closed up to ${dayInWords(closed)}: documents of that day and before are held; date them later, or ask the bookkeeper to open the period.`,
    ),
  ]
}

function quota({ connection, quota: left }: ConnectionHealthFacts): Told[] {
  if (left === undefined || left.left > left.of * quotaIsLow) return []
  return [
    warning(
      'quota-low',
      `${connection.name} takes ${left.left} more of its ${left.of} requests today: leave imports and comparisons until tomorrow.`,
    ),
  ]
}

function clocks({ connection, clockAheadMs = 0 }: ConnectionHealthFacts): Told[] {
  if (Math.abs(clockAheadMs) <= clockToleranceMs) return []
  const minutes = Math.round(Math.abs(clockAheadMs) / 60_000)
  const which = clockAheadMs > 0 ? 'behind' : 'ahead of'
  return [
    warning(
      'clock-differs',
      `The clock of this server is ${minutes} minutes ${which} that of ${connection.providerLabel}: have whoever runs the server set its clock, as sign-ins fail otherwise.`,
    ),
  ]
}
