import type { HitCounter } from '@fieldledger/storage'
import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { TooOften } from '../refusals.ts'
import { gatheredStore } from './gathered-store.ts'
import { sharedStore } from './shared-store.ts'

const minute = 60_000
const quarterOfAnHour = 15 * minute
const always = {
  standardHeaders: 'draft-8',
  legacyHeaders: false,
  // Its check of where a limit is made reads a stack, and with it the whole source map, at every start.
  validate: { creationStack: false },
} as const
/** A minute, for each sender and workflow. */
export const mostMessages = 600

/** A minute, for each sender. */
export const mostPortalRequests = 120

/** Guessing passwords, codes and tokens: failures only, by address and, where one is named, by person. */
export function guessLimit(counter: HitCounter): RequestHandler {
  return rateLimit({
    store: sharedStore(counter, { name: 'guesses', windowMs: quarterOfAnHour }),
    windowMs: quarterOfAnHour,
    limit: 20,
    skipSuccessfulRequests: true,
    ...always,
    skip: ({ method }) => method === 'GET',
    keyGenerator: (request) => `${ipKeyGenerator(request.ip ?? '')} ${emailOf(request)}`,
    handler: () => {
      throw new TooOften()
    },
  })
}

/** A brake against floods; far above what a busy office does. */
export function floodLimit(counter: HitCounter): RequestHandler {
  return rateLimit({
    store: gatheredStore(counter, { name: 'flood', windowMs: minute }),
    windowMs: minute,
    limit: 60_000,
    ...always,
    // Who has hung up already has no address.
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    handler: () => {
      throw new TooOften()
    },
  })
}

/** One sender cannot crowd out the others, nor try signatures for long. */
export function hookLimit(counter: HitCounter): RequestHandler {
  return rateLimit({
    store: gatheredStore(counter, { name: 'hooks', windowMs: minute }),
    windowMs: minute,
    limit: mostMessages,
    ...always,
    keyGenerator: (request) => `${ipKeyGenerator(request.ip ?? '')} ${request.path.slice(0, 100)}`,
    handler: () => {
      throw new TooOften('a minute')
    },
  })
}

/** A supplier without an account: far above what one person fills in, far below what fills a disk. */
export function portalLimit(counter: HitCounter): RequestHandler {
  return rateLimit({
    store: gatheredStore(counter, { name: 'portal', windowMs: minute }),
    windowMs: minute,
    limit: mostPortalRequests,
    ...always,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    handler: () => {
      throw new TooOften('a minute')
    },
  })
}

function emailOf({ body }: Request): string {
  const { email } = (body ?? {}) as { email?: unknown }
  return typeof email === 'string' ? email.toLowerCase().slice(0, 300) : ''
}
