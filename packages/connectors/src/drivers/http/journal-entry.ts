import type {
  DriverCall,
  JournalEntry,
  LedgerError,
  OperationName,
  WireAnswer,
  WireRequest,
} from '@fieldledger/accounting'
import { redactHeaders, redactValue } from '@fieldledger/egress'

interface Exchange {
  call: DriverCall<OperationName>
  provider: string
  durationMs: number
  answer?: WireAnswer
  error?: LedgerError
}

/** A row of the Integration Log. It is built from the request before host and token were put in. */
export function journalEntry(request: WireRequest, exchange: Exchange): JournalEntry {
  const { call, provider, durationMs, answer, error } = exchange
  return {
    scope: call.scope,
    provider,
    operation: call.operation,
    step: request.step,
    request: {
      method: request.method,
      path: request.path,
      ...(request.query === undefined ? {} : { query: request.query }),
      ...(request.body === undefined ? {} : { body: redactValue(request.body.value) }),
    },
    ...(answer === undefined
      ? {}
      : {
          answer: {
            status: answer.status,
            headers: redactHeaders(answer.headers),
            body: redactValue(answer.body),
          },
        }),
    ...(error === undefined ? {} : { error: errorEntry(error) }),
    durationMs: Math.max(0, Math.round(durationMs)),
  }
}

/** What was not sent, since what stands there forbids it: the last look at it says what. */
export function ownRefusal(
  last: WireRequest,
  of: Pick<Exchange, 'call' | 'provider'> & { error: LedgerError },
): JournalEntry {
  return { ...journalEntry(last, { ...of, durationMs: 0 }), step: 'refused' }
}

function errorEntry({ code, message, detail }: LedgerError): NonNullable<JournalEntry['error']> {
  const { entry, providerCode, providerMessage } = detail
  return {
    code,
    message,
    ...(entry === undefined ? {} : { entry }),
    ...(providerCode === undefined ? {} : { providerCode }),
    ...(providerMessage === undefined ? {} : { providerMessage }),
  }
}
