import express, { type Request, type Response, Router } from 'express'
import { html } from '../../../fake-service/html.ts'
import { style } from '../../../fake-service/style.ts'
import type { Books } from '../books/books.ts'
import { editByHand } from '../books/edit-by-hand.ts'
import type { Realm } from '../books/realm.ts'
import { ProviderFault } from '../fault.ts'
import { sendExpensesPage } from './expenses-page.ts'
import { sendHomePage } from './home-page.ts'
import { address, sendPlainPage } from './layout.ts'
import { sendAccountsPage, sendItemsPage, sendVendorsPage } from './list-pages.ts'
import { renameRoutes } from './rename-routes.ts'
import { sameOriginOnly } from './same-origin.ts'
import { statusOf } from './status-filter.ts'
import { sendTransactionPage } from './transaction-page.ts'

interface PagesParts {
  books: Books
  origin: string | undefined
}

const transactionPages = [
  ['/purchaseorder', 'PurchaseOrder'],
  ['/bill', 'Bill'],
] as const
const sectionKinds = { items: 'Item', vendors: 'Vendor' } as const

/** `/app`: pages to look into the books, as the ledger itself would show them. */
export function pagesRouter({ books, origin }: PagesParts): Router {
  const router = Router()
  const page = (path: string, show: (response: Response, call: { request: Request; realm: Realm }) => void) =>
    router.get(path, (request, response) => {
      const realm = books.realm(text(request.query.realm))
      if (realm) show(response, { request, realm })
      else sendNotFound(response, 'There is no such practice company.')
    })

  router.get('/style.css', (_request, response) => {
    response.set({ 'content-type': 'text/css;charset=UTF-8', 'cache-control': 'max-age=60' }).end(style)
  })
  router.get('/', (_request, response) => sendHomePage(response, books))
  page('/items', (response, { request, realm }) =>
    sendItemsPage(response, { realm, status: statusOf(request.query.status) }),
  )
  page('/vendors', (response, { request, realm }) =>
    sendVendorsPage(response, { realm, status: statusOf(request.query.status) }),
  )
  page('/chartofaccounts', (response, { realm }) => sendAccountsPage(response, realm))
  page('/expenses', (response, { request, realm }) => {
    const number = Number(text(request.query.page))
    const search = text(request.query.search).slice(0, 200)
    sendExpensesPage(response, { realm, search, page: Number.isInteger(number) && number > 0 ? number : 1 })
  })
  for (const [path, kind] of transactionPages)
    page(path, (response, { request, realm }) => {
      const id = text(request.query.txnId)
      const deleted = realm.deleted.findLast((row) => row.kind === kind && row.entity.Id === id)
      const order = realm.find(kind, id) ?? deleted?.entity
      if (order) sendTransactionPage(response, { realm, kind, order })
      else
        sendNotFound(
          response,
          kind === 'Bill'
            ? 'There is no such bill in this practice company.'
            : 'There is no such purchase order in this practice company.',
        )
    })
  router.use(renameRoutes({ books, origin }))
  for (const section of ['items', 'vendors'] as const) {
    const form = express.urlencoded({ extended: false, limit: '20kb' })
    router.post(`/${section}/:id/active`, sameOriginOnly(origin), form, async (request, response) => {
      const realm = books.realm(text(request.body?.realm))
      if (!realm) return sendNotFound(response, 'There is no such practice company.')
      try {
        const changes = { Active: request.body.active === 'true' }
        await editByHand({
          books,
          realm,
          kind: sectionKinds[section],
          id: String(request.params.id),
          changes,
        })
        response.redirect(303, address(section, { realm: realm.id, status: statusOf(request.body.status) }))
      } catch (error) {
        if (!(error instanceof ProviderFault)) throw error
        sendPlainPage(response, { title: 'Not changed', status: 400, body: html`<p>${error.detail}</p>` })
      }
    })
  }
  return router
}

function sendNotFound(response: Response, sentence: string): void {
  sendPlainPage(response, {
    title: 'Not found',
    status: 404,
    body: html`<p>${sentence} Go back to the practice companies.</p>`,
  })
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
