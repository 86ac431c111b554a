import express, { type Request, type Response, Router } from 'express'
import { html } from '../../../fake-service/html.ts'
import type { Books } from '../books/books.ts'
import { editByHand } from '../books/edit-by-hand.ts'
import { bearerOf, mergeByHand } from '../books/merge-by-hand.ts'
import { ProviderFault } from '../fault.ts'
import { address, sendPlainPage } from './layout.ts'
import { sendMergeQuestion, sendRenamePage } from './rename-page.ts'
import { sameOriginOnly } from './same-origin.ts'

/** Renaming a product by hand, and merging it into the one that has the name already. */
export function renameRoutes({ books, origin }: { books: Books; origin: string | undefined }): Router {
  const router = Router()
  const found = (request: Request, realmId: unknown) => {
    const realm = books.realm(String(realmId ?? ''))
    const item = realm?.find('Item', String(request.params.id))
    return realm === undefined || item === undefined ? undefined : { realm, item }
  }
  router.get('/items/:id/name', (request, response) => {
    const place = found(request, request.query.realm)
    if (place === undefined) sendNoItem(response)
    else sendRenamePage(response, place)
  })
  const form = express.urlencoded({ extended: false, limit: '20kb' })
  router.post('/items/:id/name', sameOriginOnly(origin), form, async (request, response) => {
    const place = found(request, request.body?.realm)
    if (place === undefined) return sendNoItem(response)
    const { realm, item } = place
    const name = String(request.body.name ?? '')
    const rename = { books, realm, id: item.Id, name }
    const taken = bearerOf(rename) !== undefined
    if (taken && request.body.merge !== 'yes') return sendMergeQuestion(response, { ...place, name })
    try {
      if (taken) await mergeByHand(rename)
      else await editByHand({ books, realm, kind: 'Item', id: item.Id, changes: { Name: name } })
      response.redirect(303, address('items', { realm: realm.id }))
    } catch (error) {
      if (!(error instanceof ProviderFault)) throw error
      sendPlainPage(response, { title: 'Not changed', status: 400, body: html`<p>${error.detail}</p>` })
    }
  })
  return router
}

function sendNoItem(response: Response): void {
  const body = html`<p>There is no such product in this practice company. Go back to the practice companies.</p>`
  sendPlainPage(response, { title: 'Not found', status: 404, body })
}
