import { join } from 'node:path'
import { type NextFunction, type Request, type Response, Router } from 'express'
import { Clients } from '../../fake-service/clients.ts'
import { FaultLayer } from '../../fake-service/fault-layer.ts'
import { RequestCounter } from '../../fake-service/request-counter.ts'
import type { Fake, FakeOptions } from '../../fakes.ts'
import { newTraceId } from './api/answer.ts'
import { apiRouter } from './api/router.ts'
import { Throttle } from './api/throttle.ts'
import { basePath } from './base-path.ts'
import { Books } from './books/books.ts'
import { controlRouter } from './control/router.ts'
import { Feed } from './feed/feed.ts'
import { consentRouter } from './oauth/consent-router.ts'
import { strictTokenRules } from './oauth/issue.ts'
import { tokenRouter } from './oauth/token-router.ts'
import { pagesRouter } from './pages/router.ts'

/** A practice QuickBooks Online: consent page, tokens, API v3 and pages to look into its books. */
export function createFake(options: FakeOptions): Fake {
  const books = new Books({
    path: join(options.dataFolder, 'quickbooks-online.jsonl'),
    now: options.now ?? Date.now,
  })
  const clients = new Clients(options.clients)
  const faults = new FaultLayer()
  const throttle = new Throttle()
  const counter = new RequestCounter()
  const feed = new Feed(books)
  const tokenRules = { ...strictTokenRules }
  const router = Router()
  router.use((_request: Request, response: Response, next: NextFunction) => {
    response.set('intuit_tid', newTraceId())
    next()
  })
  if (options.control)
    router.use('/_control', controlRouter({ books, clients, faults, throttle, tokenRules, feed, counter }))
  router.use(consentRouter({ books, clients, redirectUris: options.redirectUris, origin: options.origin }))
  router.use(tokenRouter({ books, clients, faults, rules: () => tokenRules }))
  router.use(apiRouter({ books, faults, throttle, counter }))
  router.use('/app', pagesRouter({ books, origin: options.origin }))
  return { router, home: `${basePath}/app`, close: () => feed.sender.close().then(() => books.close()) }
}
