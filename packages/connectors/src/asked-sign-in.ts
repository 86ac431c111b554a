import { LedgerUnavailable, ReconnectNeeded } from '@fieldledger/accounting'

/** What a person is told when a ledger's sign-in service refuses. Each sentence ends in what to do. */
export interface SignInWords {
  /** The consent is over or was withdrawn. */
  withdrawn: string
  /** This server's client, or what it asks for, is not accepted. */
  notAccepted: string
  /** It did not answer. */
  away: string
}

/** Asks a sign-in service by the library; its errors carry the answer, of which only the OAuth code is taken. */
export async function askedSignIn<Answer>(words: SignInWords, call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call()
  } catch (error) {
    throw whatWentWrong(error, words)
  }
}

function whatWentWrong(error: unknown, words: SignInWords): ReconnectNeeded | LedgerUnavailable {
  const code = codeOf(error)
  if (code === 'invalid_grant') return new ReconnectNeeded(words.withdrawn, { providerCode: code })
  if (code === 'invalid_client' || code === 'unauthorized_client' || code === 'invalid_scope')
    return new ReconnectNeeded(words.notAccepted, { providerCode: code })
  return new LedgerUnavailable(words.away)
}

function codeOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null && 'error' in error ? error.error : ''
  return typeof code === 'string' ? code.slice(0, 100) : ''
}
