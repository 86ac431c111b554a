import { type Response, Router } from 'express'
import { html } from '../../../fake-service/html.ts'
import { style } from '../../../fake-service/style.ts'
import type { Books } from '../books/books.ts'
import type { Company } from '../books/company.ts'
import { address, sendPlainPage } from './layout.ts'
import { sendAccountsPage, sendItemsPage, sendVendorsPage } from './list-pages.ts'
import { type TransactionKind, transactionKinds } from './transaction-kinds.ts'
import { sendTransactionsPage } from './transaction-list-page.ts'
import { sendTransactionPage } from './transaction-page.ts'

type Show = (response: Response, view: { company: Company; search: string; id: string }) => void

const pages: Readonly<Record<string, Show>> = {
  ...Object.fromEntries(
    transactionKinds.flatMap((kind): [string, Show][] => [
      [
        kind.section,
        (response, { company, search }) => sendTransactionsPage(response, { company, search, kind }),
      ],
      [kind.page, showTransaction(kind)],
      // Where links into the real books lead, as `…/app/accounting/transactions/purchord.nl?id=12`.
      [`accounting/transactions/${kind.file}`, showTransaction(kind)],
    ]),
  ),
  vendors: sendVendorsPage,
  items: sendItemsPage,
  accounts: sendAccountsPage,
}

/** `/app`: pages to look into the books, as the ledger itself would show them. */
export function pagesRouter(books: Books): Router {
  const router = Router()
  router.get('/style.css', (_request, response) => {
    response.set({ 'content-type': 'text/css;charset=UTF-8', 'cache-control': 'max-age=60' }).end(style)
  })
  router.get('/', (_request, response) => sendHomePage(response, books))
  for (const [path, show] of Object.entries(pages))
    router.get(`/${path}`, (request, response) => {
      const company = books.company(text(request.query.account))
      const view = { search: text(request.query.search).slice(0, 200), id: text(request.query.id) }
      if (company) show(response, { company, ...view })
      else sendNotFound(response, 'There is no such practice company.')
    })
  return router
}

function sendHomePage(response: Response, books: Books): void {
  const cards = [...books.places.values()].map(
    (
      company,
    ) => html`<section class="card"><h2><a href="${address('purchaseorders', { account: company.id })}">${company.name}</a></h2>
      <p class="quiet small">Practice account ${company.id}</p>
      <p>${company.all('purchaseOrder').length} purchase orders · ${company.all('vendorBill').length} bills · ${company.all('vendor').length} vendors · ${company.inFamily('item').length} items</p></section>`,
  )
  sendPlainPage(response, {
    title: 'Practice companies',
    body: html`<p class="quiet">Look into the books that Fieldledger writes to while you practise. A further company is made on the page that asks for consent, when you connect.</p><div class="cards">${cards}</div>`,
  })
}

function showTransaction(kind: TransactionKind): Show {
  return (response, { company, id }) => {
    const record = company.findRecord(kind.type, id)
    if (record) sendTransactionPage(response, { company, record, kind })
    else sendNotFound(response, 'There is no such record in this practice company.')
  }
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
