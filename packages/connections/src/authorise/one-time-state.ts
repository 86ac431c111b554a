import { createHash, randomBytes } from 'node:crypto'

/** 256 bits that nobody can guess; only its hash is kept. */
export function newState(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
