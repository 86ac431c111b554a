import {
  AuthorisationExpired,
  type DriverCall,
  type LedgerError,
  LedgerUnavailable,
  ledgerKey,
  type OperationName,
  OutcomeUnknown,
  RateLimited,
  ReconnectNeeded,
  type StoredTokens,
  type WireAnswer,
  type WireRequest,
} from '@fieldledger/accounting'
import { EgressError } from '@fieldledger/egress'
import type { HttpDriverOptions } from './create-http-driver.ts'
import { fileBody } from './file-body.ts'
import { journalEntry } from './journal-entry.ts'
import { egressRequest } from './to-egress.ts'
import { wireAnswer } from './wire-answer.ts'

/** How far an operation has come with its one write. */
export interface Progress {
  /** The write has left and its outcome was not understood yet. */
  writing?: boolean
  /** The write was answered with success. */
  written: boolean
}

export interface Way {
  options: HttpDriverOptions
  call: DriverCall<OperationName>
  progress: Progress
}

interface At {
  way: Way
  tokens: StoredTokens
}

const readRetries = 2
const usualWaitMs = 60_000
/** A token that lives no longer than this is renewed before it is used. */
const tokenMarginMs = 60_000

/**
 * The answer to one request, or the LedgerError that it amounts to. A refused access token is renewed once; then
 * the same request goes again with the same key.
 */
export async function answerTo(request: WireRequest, way: Way): Promise<WireAnswer> {
  const { options } = way
  const tokens = await freshTokens(options)
  try {
    return await patiently(request, { way, tokens })
  } catch (error) {
    if (!(error instanceof AuthorisationExpired)) throw error
    const renewed = await renew(options, tokens)
    return await patiently(request, { way, tokens: renewed }).catch((again: unknown) => {
      throw again instanceof AuthorisationExpired ? reconnectNeeded(options, again) : again
    })
  }
}

/** Reads are tried again in place, writes never. */
async function patiently(request: WireRequest, at: At): Promise<WireAnswer> {
  for (let retry = 0; ; retry += 1) {
    try {
      return await once(request, at)
    } catch (error) {
      const mayRepeat = request.safeToRepeat && isPassing(error)
      if (!mayRepeat) throw error
      if (retry >= readRetries) throw unavailable(at.way, error)
    }
  }
}

async function once(request: WireRequest, at: At): Promise<WireAnswer> {
  const { connector, connection, budget } = at.way.options
  const slot = await budget.take(ledgerKey(connection), connector.capabilities.rate)
  try {
    return await exchanged(request, at)
  } finally {
    await slot.release()
  }
}

async function exchanged(request: WireRequest, at: At): Promise<WireAnswer> {
  const { way, tokens } = at
  const { connector, connection, egress, budget, clock, settings } = way.options
  const startedAt = clock.monotonic()
  const record = async (outcome: { answer?: WireAnswer; error?: LedgerError }) => {
    if (request.routine === true && outcome.error === undefined) return
    await way.options.journal.record(
      journalEntry(request, {
        call: way.call,
        provider: connector.id,
        durationMs: clock.monotonic() - startedAt,
        ...outcome,
      }),
    )
  }
  const files = await fileBody(request, way)
  const sending = egressRequest(request, {
    settings,
    connection,
    accessToken: tokens.accessToken,
    timeoutMs: way.options.timeoutMs,
    files,
    beforeFirstByte: request.safeToRepeat ? undefined : way.call.beforeWrite,
  })
  const sent = await egress.send(sending).catch(async (error: unknown) => {
    if (!(error instanceof EgressError)) throw error
    const failure = failureOf(error, { label: connector.label, isWrite: !request.safeToRepeat })
    way.progress.writing = failure.outcomeUnknown
    await record({ error: failure })
    throw failure
  })
  const answer = wireAnswer(sent)
  const error = connector.classify(answer)
  way.progress.written ||= error === null && !request.safeToRepeat
  way.progress.writing = error?.outcomeUnknown === true && !request.safeToRepeat
  await record(error === null ? { answer } : { answer, error })
  if (error instanceof RateLimited)
    await budget.close(ledgerKey(connection), error.detail.retryAfterMs ?? usualWaitMs)
  if (error !== null) throw error
  return answer
}

async function freshTokens(options: HttpDriverOptions): Promise<StoredTokens> {
  const tokens = await options.tokens.read(options.connection)
  const livesMs = tokens.accessExpiresAt.getTime() - options.clock.now().getTime()
  return livesMs > tokenMarginMs ? tokens : await renew(options, tokens)
}

function renew({ tokens, connection, connector, settings }: HttpDriverOptions, stale: StoredTokens) {
  return tokens.refresh(connection, {
    stale: { version: stale.version },
    exchange: (refreshToken) => connector.authorisation.refresh(settings, refreshToken),
  })
}

/** No connection: nothing was committed. Anything later in a write: nobody knows yet. */
function failureOf(error: EgressError, at: { label: string; isWrite: boolean }): LedgerError {
  const { label, isWrite } = at
  const detail = { providerMessage: error.message }
  if (isWrite && !error.nothingSent)
    return new OutcomeUnknown(
      `The connection to ${label} broke before its answer came, so we do not know yet whether it arrived. Fieldledger looks it up; wait for the result.`,
      { ...detail, entry: 'broke-off' },
    )
  return new LedgerUnavailable(
    `${label} cannot be reached. Nothing was sent; Fieldledger tries again by itself.`,
    { ...detail, entry: 'unreachable' },
  )
}

function isPassing(error: unknown): boolean {
  return error instanceof LedgerUnavailable || error instanceof OutcomeUnknown
}

function unavailable({ options }: Way, error: unknown): LedgerUnavailable {
  if (error instanceof LedgerUnavailable) return error
  const { label } = options.connector
  return new LedgerUnavailable(
    `${label} does not answer properly at the moment. Nothing was sent; Fieldledger tries again by itself.`,
    { ...(error instanceof OutcomeUnknown ? error.detail : {}), entry: 'unreachable' },
  )
}

function reconnectNeeded({ connector }: HttpDriverOptions, error: AuthorisationExpired): ReconnectNeeded {
  return new ReconnectNeeded(
    `${connector.label} refuses this connection, also with a new sign-in. Reconnect it under Connections.`,
    { ...error.detail, entry: 'signed-out' },
  )
}
