import {
  type BlobStore,
  type Clock,
  type ConnectionTarget,
  type Connector,
  type DriverCall,
  type Journal,
  type LedgerDriver,
  LedgerError,
  LedgerUnavailable,
  type OperationName,
  type Operations,
  OutcomeUnknown,
  type ProviderSettings,
  type RateBudget,
  settingsOfCompany,
  type TokenStore,
  UnreadableAnswer,
  type WireRequest,
} from '@fieldledger/accounting'
import type { Egress } from '@fieldledger/egress'
import { answerTo, type Progress } from './answer-to.ts'
import { ownRefusal } from './journal-entry.ts'

export interface HttpDriverOptions {
  connector: Connector
  connection: ConnectionTarget
  settings: ProviderSettings
  egress: Egress
  journal: Journal
  tokens: TokenStore
  budget: RateBudget
  clock: Clock
  /** Where the bytes of a form's files are. */
  files?: Pick<BlobStore, 'get'>
  /** Time for one request and its answer. */
  timeoutMs?: number
}

/** Runs a connector's operations over HTTP: feeds its generator with answers, or throws their errors into it. */
export function createHttpDriver(given: HttpDriverOptions): LedgerDriver {
  const settings = settingsOfCompany(given.settings, given.connection.ledgerCompanyId)
  const options = { ...given, settings }
  return {
    run: async (call) => {
      const progress: Progress = { written: false }
      try {
        return await walk(options, { call, progress })
      } catch (error) {
        throw afterAll(error, { progress, label: options.connector.label })
      }
    },
  }
}

async function walk<Name extends OperationName>(
  options: HttpDriverOptions,
  way: { call: DriverCall<Name>; progress: Progress },
): Promise<Operations[Name]['out']> {
  const { connector, connection, settings } = options
  const plan = connector.operations[way.call.operation](way.call.input, {
    companyId: connection.ledgerCompanyId,
    requestKey: way.call.scope.requestKey ?? '',
    currency: connection.currency,
    booksUrl: settings.booksUrl,
    ...(connection.subsidiary === undefined ? {} : { subsidiary: connection.subsidiary }),
  })
  let last: WireRequest | undefined
  let refusals = 0
  try {
    let turn = plan.next()
    while (!turn.done) {
      last = turn.value
      const outcome = await settled(turn.value)
      if (outcome instanceof LedgerError) refusals += 1
      turn = outcome instanceof LedgerError ? plan.throw(outcome) : plan.next(outcome)
    }
    if (isSamePageAgain(way.call.input, turn.value)) throw new UnreadableAnswer('The list never ends.')
    return turn.value
  } catch (error) {
    // What the ledger refuses stands in its own row; what we refuse by what we read there would stand in none.
    if (error instanceof LedgerError && refusals === 0 && last !== undefined)
      await options.journal.record(ownRefusal(last, { call: way.call, provider: connector.id, error }))
    throw error
  }

  async function settled(request: WireRequest) {
    try {
      return await answerTo(request, { options, ...way })
    } catch (error) {
      if (error instanceof LedgerError) return error
      throw error
    }
  }
}

/** Whoever reads on by such a mark would read for ever. */
function isSamePageAgain(input: unknown, page: unknown): boolean {
  const { cursor } = Object(input) as { cursor?: unknown }
  return cursor !== undefined && cursor === (Object(page) as { next?: unknown }).next
}

/**
 * What a failure means for the whole operation. Before the write an unreadable answer leaves nothing behind. Once
 * the write has left, neither a failure of ours nor a later read can say that nothing was committed.
 */
function afterAll(error: unknown, at: { progress: Progress; label: string }): unknown {
  const { progress, label } = at
  const known = error instanceof LedgerError ? error : undefined
  const hasWritten = progress.written || progress.writing === true
  if (!hasWritten && known instanceof UnreadableAnswer)
    return new LedgerUnavailable(
      `${label} sent an answer that cannot be read. Fieldledger tries again by itself; if it stays so, tell support.`,
      known.detail,
    )
  const isOpen = progress.written || known === undefined
  if (hasWritten && isOpen && !known?.outcomeUnknown)
    return new OutcomeUnknown(
      `${label} may have taken this in, but the rest could not be finished. Fieldledger looks it up; wait for the result.`,
      known?.detail,
    )
  return error
}
