import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { SignatureRefused } from '../refusals.ts'

/** A signed message as it arrived. */
export interface SignedMessage {
  id: string
  timestamp: string
  signature: string
  body: string
}

/** Base64 of 32 bytes that nobody was given. */
const nobodys = `whsec_${Buffer.alloc(32, 1).toString('base64')}`

/**
 * Standard Webhooks: HMAC-SHA256 over id, timestamp and raw body; five minutes of tolerance. Where there is no secret the
 * same work is done, so that the time of the answer does not tell which workflows exist.
 */
export function checkSignature(message: SignedMessage, secrets: readonly string[]): void {
  const { id, timestamp, signature, body } = message
  if (id === '' || timestamp === '' || signature === '')
    throw new SignatureRefused(
      'The message is not signed: send the headers webhook-id, webhook-timestamp and webhook-signature.',
    )
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature }
  let last: unknown
  for (const secret of secrets.length === 0 ? [nobodys] : secrets) {
    try {
      new Webhook(secret).verify(body, headers, { jsonParse: false })
      return
    } catch (error) {
      if (!(error instanceof WebhookVerificationError)) throw error
      last = error
    }
  }
  throw new SignatureRefused(sentenceOf(last))
}

function sentenceOf(error: unknown): string {
  const said = error instanceof Error ? error.message : ''
  return said.includes('timestamp') || said.includes('Headers')
    ? 'The message was not signed within five minutes of now: set the sender’s clock, sign it anew and send it again.'
    : 'The signature does not fit: sign the raw body with the secret of this workflow, then send it again.'
}
