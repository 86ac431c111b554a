import { createHmac, timingSafeEqual } from 'node:crypto'

/** base64(HMAC-SHA256(body, secret)), compared in a time that tells nothing. */
export function isSigned(
  body: Uint8Array,
  { signature, secret }: { signature: string; secret: string },
): boolean {
  const right = createHmac('sha256', secret).update(body).digest()
  const given = Buffer.from(signature, 'base64')
  return given.length === right.length && timingSafeEqual(given, right)
}
