import express, { type Request, type Response, Router } from 'express'
import { type AuthoriseRequest, redirectAddress } from '../../../fake-service/authorise-request.ts'
import type { Clients } from '../../../fake-service/clients.ts'
import { consentJudge } from '../../../fake-service/consent-judge.ts'
import type { Books } from '../books/books.ts'
import { ownPages, sendPage } from '../pages/send-page.ts'
import { consentPage } from './consent-page.ts'
import { issueCode } from './issue.ts'
import { scopeError } from './scopes.ts'

interface ConsentParts {
  books: Books
  clients: Clients
  redirectUris: readonly string[] | undefined
  origin: string | undefined
}

const path = '/identity/connect/authorize'

/** The page where a person lets Fieldledger in, and chooses the organisations. */
export function consentRouter({ books, clients, redirectUris, origin }: ConsentParts): Router {
  const router = Router()
  const judge = consentJudge({ ledger: 'Practice Xero', clients, redirectUris, scopeError, sendPage })
  const show = (response: Response, ask: { request: AuthoriseRequest; sentence?: string }): void =>
    sendPage(response, {
      title: 'Connect',
      status: ask.sentence === undefined ? 200 : 422,
      body: consentPage(ask.request, {
        tenants: [...books.places.values()],
        ...(ask.sentence !== undefined && { sentence: ask.sentence }),
      }),
      formTarget: new URL(ask.request.redirectUri).origin,
    })

  router.get(path, (request: Request, response: Response) => {
    const asked = judge(request.query, response)
    if (asked) show(response, { request: asked })
  })
  router.post(
    path,
    ownPages(origin),
    express.urlencoded({ extended: false, limit: '20kb' }),
    async (request: Request, response: Response) => {
      const form: Record<string, unknown> = request.body ?? {}
      const asked = judge(form, response)
      if (!asked) return
      const { redirectUri, state, scope, clientId: client } = asked
      if (form.decision !== 'allow')
        return response.redirect(302, redirectAddress(redirectUri, { error: 'access_denied', state }))
      const tenants = chosenTenants(books, form)
      if (tenants.length === 0)
        return show(response, { request: asked, sentence: 'Choose an organisation, or name a new one.' })
      const code = issueCode(books, { client, redirectUri, scope, tenants })
      await books.settled()
      response.redirect(302, redirectAddress(redirectUri, { code, scope, state }))
    },
  )
  return router
}

/** A typed name means a new organisation, and it alone. */
function chosenTenants(books: Books, form: Readonly<Record<string, unknown>>): string[] {
  const name = typeof form.organisation_name === 'string' ? form.organisation_name.trim().slice(0, 100) : ''
  if (name !== '') return [books.make({ name }).id]
  const chosen: unknown[] = [form.tenant].flat()
  return chosen.flatMap((id) => (typeof id === 'string' && books.tenant(id) ? [id] : []))
}
