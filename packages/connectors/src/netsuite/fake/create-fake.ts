import { join } from 'node:path'
import { Router } from 'express'
import { Clients } from '../../fake-service/clients.ts'
import { FaultLayer } from '../../fake-service/fault-layer.ts'
import { RequestCounter } from '../../fake-service/request-counter.ts'
import type { Fake, FakeOptions } from '../../fakes.ts'
import { accountHost } from './account-host.ts'
import { apiRouter } from './api/router.ts'
import { Throttle } from './api/throttle.ts'
import { basePath } from './base-path.ts'
import { Books } from './books/books.ts'
import { controlRouter } from './control/router.ts'
import { consentRouter } from './oauth/consent-router.ts'
import { tokenRouter } from './oauth/token-router.ts'
import { pagesRouter } from './pages/router.ts'

/** A practice NetSuite: consent page, tokens, the REST record service, SuiteQL and pages to look into its books. */
export function createFake(options: FakeOptions): Fake {
  const books = new Books({ path: join(options.dataFolder, 'netsuite.jsonl'), now: options.now ?? Date.now })
  const clients = new Clients(options.clients)
  const faults = new FaultLayer()
  const throttle = new Throttle()
  const counter = new RequestCounter()
  const { origin, redirectUris } = options
  const router = Router()
  if (options.control) router.use('/_control', controlRouter({ books, clients, faults, throttle, counter }))
  router.use('/app', pagesRouter(books))
  router.use(accountHost(books))
  router.use(consentRouter({ books, clients, redirectUris, origin }))
  router.use(tokenRouter({ books, clients, faults, origin }))
  router.use(apiRouter({ books, faults, throttle, counter }))
  return { router, home: `${basePath}/app`, close: () => books.close() }
}
