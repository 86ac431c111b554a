import type { Response } from 'express'
import { html } from '../../../fake-service/html.ts'
import type { Books } from '../books/books.ts'
import { address, sendPlainPage } from './layout.ts'

export function sendHomePage(response: Response, books: Books): void {
  const cards = [...books.places.values()].map(
    (
      realm,
    ) => html`<section class="card"><h2><a href="${address('expenses', { realm: realm.id })}">${realm.name}</a></h2>
      <p class="quiet small">Practice company ${realm.id}</p>
      <p>${realm.all('PurchaseOrder').length} purchase orders · ${realm.all('Vendor').length} vendors · ${realm.all('Item').length} products and services</p></section>`,
  )
  sendPlainPage(response, {
    title: 'Practice companies',
    body: html`<p class="quiet">Look into the books that Fieldledger writes to while you practise. A further company is made on the page that asks for consent, when you connect.</p><div class="cards">${cards}</div>`,
  })
}
