import { type Response, Router } from 'express'
import { html } from '../../../fake-service/html.ts'
import { style } from '../../../fake-service/style.ts'
import type { Books } from '../books/books.ts'
import type { Tenant } from '../books/tenant.ts'
import { buttonRoutes } from './document-buttons.ts'
import { sendDocumentPage } from './document-page.ts'
import { address, sendPlainPage } from './layout.ts'
import { sendAccountsPage, sendContactsPage, sendDocumentsPage, sendItemsPage } from './list-pages.ts'

type Show = (response: Response, view: { tenant: Tenant; search: string; id: string }) => void

const pages: Readonly<Record<string, Show>> = {
  purchaseorders: (response, view) => sendDocumentsPage(response, { ...view, section: 'purchaseorders' }),
  bills: (response, view) => sendDocumentsPage(response, { ...view, section: 'bills' }),
  contacts: sendContactsPage,
  items: sendItemsPage,
  accounts: sendAccountsPage,
  purchaseorder: (response, view) => showDocument(response, { ...view, kind: 'PurchaseOrder' }),
  bill: (response, view) => showDocument(response, { ...view, kind: 'Invoice' }),
}

/** `/app`: pages to look into the books, as the ledger itself would show them. */
export function pagesRouter({ books, origin }: { books: Books; origin: string | undefined }): Router {
  const router = Router()
  router.get('/style.css', (_request, response) => {
    response.set({ 'content-type': 'text/css;charset=UTF-8', 'cache-control': 'max-age=60' }).end(style)
  })
  router.get('/', (_request, response) => sendHomePage(response, books))
  for (const [path, show] of Object.entries(pages))
    router.get(`/${path}`, (request, response) => {
      const tenant = books.tenant(text(request.query.tenant))
      const view = { search: text(request.query.search).slice(0, 200), id: text(request.query.id) }
      if (tenant) show(response, { tenant, ...view })
      else sendNotFound(response, 'There is no such practice organisation.')
    })
  router.use(buttonRoutes({ books, origin }))
  // developer.xero.com "Deep link to Xero": where links into the real books lead.
  router.get('/Accounts/Payable/PurchaseOrders/View/:id', (request, response) => {
    const tenant = books.tenant(text(request.query.tenant))
    const { id } = request.params
    if (tenant) showDocument(response, { tenant, kind: 'PurchaseOrder', id })
    else sendNotFound(response, 'There is no such practice organisation.')
  })
  router.get('/AccountsPayable/View.aspx', (request, response) => {
    const tenant = books.tenant(text(request.query.tenant))
    if (tenant) showDocument(response, { tenant, kind: 'Invoice', id: text(request.query.InvoiceID) })
    else sendNotFound(response, 'There is no such practice organisation.')
  })
  return router
}

function sendHomePage(response: Response, books: Books): void {
  const cards = [...books.places.values()].map(
    (
      tenant,
    ) => html`<section class="card"><h2><a href="${address('purchaseorders', { tenant: tenant.id })}">${tenant.name}</a></h2>
      <p class="quiet small">Practice organisation</p>
      <p>${tenant.all('PurchaseOrder').length} purchase orders · ${tenant.all('Contact').length} contacts · ${tenant.all('Item').length} products and services</p></section>`,
  )
  sendPlainPage(response, {
    title: 'Practice organisations',
    body: html`<p class="quiet">Look into the books that Fieldledger writes to while you practise. A further organisation is made on the page that asks for consent, when you connect.</p><div class="cards">${cards}</div>`,
  })
}

function showDocument(
  response: Response,
  { tenant, kind, id }: { tenant: Tenant; kind: 'PurchaseOrder' | 'Invoice'; id: string },
): void {
  const document = tenant.find(kind, id)
  if (document) sendDocumentPage(response, { tenant, kind, document })
  else sendNotFound(response, 'There is no such document in this practice organisation.')
}

function sendNotFound(response: Response, sentence: string): void {
  sendPlainPage(response, {
    title: 'Not found',
    status: 404,
    body: html`<p>${sentence} Go back to the practice organisations.</p>`,
  })
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
