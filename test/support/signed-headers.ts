import { createHmac } from 'node:crypto'

/** What another system puts before its message by Standard Webhooks, as of now. */
export function signedHeaders(message: { id: string; secret: string; body: string }): Record<string, string> {
  const { id, secret, body } = message
  const timestamp = String(Math.floor(Date.now() / 1000))
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
