import type { NextFunction, Request, Response } from 'express'
import { WrongOrigin } from '../refusals.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Signed by whoever sends; a cookie counts for nothing there. */
const signed = /^\/(hooks|webhooks)\//

/** Changes by cookie need our header, which other sites cannot set, and our origin; a bearer token is no cookie. */
export function ownPagesOnly(publicUrl: string) {
  const ours = new URL(publicUrl).origin
  return (request: Request, _reply: Response, next: NextFunction): void => {
    const { origin, host, authorization } = request.headers
    const sameOrigin = origin === undefined || origin === ours || hostOf(origin) === host
    const byCookie = !authorization?.startsWith('Bearer ')
    if (
      byCookie &&
      !signed.test(request.path) &&
      !reading.has(request.method) &&
      !(sameOrigin && request.headers['x-fieldledger-csrf'] === '1')
    )
      throw new WrongOrigin()
    next()
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
