import { createHash } from 'node:crypto'
import type { Request } from 'express'
import type { Books } from '../books/books.ts'
import type { Tenant } from '../books/tenant.ts'
import { refuse } from '../refusals.ts'
import { type Answer, settle } from './answer.ts'
import { bytesOf } from './call.ts'

interface Keyed {
  books: Books
  tenant: Tenant
  request: Request
  key: string | undefined
  work: () => Answer
}

const longestKey = 128

/** For six minutes a key gets the answer it was given, errors too; for another request it is refused. */
export function answerOnce({ books, tenant, request, key, work }: Keyed): Answer {
  if (key === undefined || request.method === 'GET') return settle(work)
  if (key.length > longestKey) throw refuse.keyTooLong()
  const fingerprint = fingerprintOf(request)
  const before = tenant.answered(key, books.now())
  if (before && before.request !== fingerprint) throw refuse.keyReused(key)
  if (before) return { status: before.status, body: before.body }
  const { status, body } = settle(work)
  books.write({
    type: 'answered',
    tenant: tenant.id,
    key,
    request: fingerprint,
    status,
    body,
    at: books.now(),
  })
  return { status, body }
}

function fingerprintOf(request: Request): string {
  const hash = createHash('sha256').update(`${request.method} ${request.originalUrl}\n`)
  return hash.update(bytesOf(request)).digest('base64url')
}
