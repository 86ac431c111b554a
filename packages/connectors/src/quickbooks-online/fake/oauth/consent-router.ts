import express, { type Request, type Response, Router } from 'express'
import { type AuthoriseRequest, redirectAddress } from '../../../fake-service/authorise-request.ts'
import type { Clients } from '../../../fake-service/clients.ts'
import { consentJudge } from '../../../fake-service/consent-judge.ts'
import type { Books } from '../books/books.ts'
import type { Realm } from '../books/realm.ts'
import { sameOriginOnly } from '../pages/same-origin.ts'
import { sendPage } from '../pages/send-page.ts'
import { consentPage } from './consent-page.ts'
import { issueCode } from './issue.ts'

interface ConsentParts {
  books: Books
  clients: Clients
  redirectUris: readonly string[] | undefined
  origin: string | undefined
}

/** `/connect/oauth2`: the page where a person lets Fieldledger in. */
export function consentRouter({ books, clients, redirectUris, origin }: ConsentParts): Router {
  const router = Router()
  const judge = consentJudge({ ledger: 'Practice QuickBooks', clients, redirectUris, scopeError, sendPage })
  const show = (response: Response, ask: { request: AuthoriseRequest; sentence?: string }): void =>
    sendPage(response, {
      title: 'Connect',
      status: ask.sentence === undefined ? 200 : 422,
      body: consentPage(ask.request, {
        realms: [...books.places.values()],
        ...(ask.sentence !== undefined && { sentence: ask.sentence }),
      }),
      formTarget: new URL(ask.request.redirectUri).origin,
    })

  router.get('/connect/oauth2', (request: Request, response: Response) => {
    const asked = judge(request.query, response)
    if (asked) show(response, { request: asked })
  })
  router.post(
    '/connect/oauth2',
    sameOriginOnly(origin),
    express.urlencoded({ extended: false, limit: '20kb' }),
    async (request: Request, response: Response) => {
      const form: Record<string, unknown> = request.body ?? {}
      const asked = judge(form, response)
      if (!asked) return
      const { redirectUri, state } = asked
      if (form.decision !== 'connect') {
        return response.redirect(302, redirectAddress(redirectUri, { error: 'access_denied', state }))
      }
      const realm = chosenRealm(books, form)
      if (!realm)
        return show(response, {
          request: asked,
          sentence: 'Give the new practice company a name, or pick one.',
        })
      const code = issueCode(books, {
        client: asked.clientId,
        redirectUri,
        scope: asked.scope,
        realm: realm.id,
      })
      await books.settled()
      response.redirect(302, redirectAddress(redirectUri, { code, state, realmId: realm.id }))
    },
  )
  return router
}

/** A typed name means a new company, whichever company was still picked above it. */
function chosenRealm(books: Books, form: Readonly<Record<string, unknown>>): Realm | undefined {
  const name = typeof form.company_name === 'string' ? form.company_name.trim().slice(0, 100) : ''
  if (name !== '') return books.make({ name })
  return typeof form.realm === 'string' ? books.realm(form.realm) : undefined
}

function scopeError(scope: string): string | undefined {
  return scope.split(/\s+/).includes('com.intuit.quickbooks.accounting') ? undefined : 'invalid_scope'
}
