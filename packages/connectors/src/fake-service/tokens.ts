import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export function newToken(prefix: string): string {
  return `${prefix}${randomBytes(30).toString('base64url')}`
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

export function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(
    createHash('sha256').update(left).digest(),
    createHash('sha256').update(right).digest(),
  )
}
