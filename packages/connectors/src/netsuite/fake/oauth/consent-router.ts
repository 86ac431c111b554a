import express, { type Request, type Response, Router } from 'express'
import { type AuthoriseRequest, redirectAddress } from '../../../fake-service/authorise-request.ts'
import type { Clients } from '../../../fake-service/clients.ts'
import { consentJudge } from '../../../fake-service/consent-judge.ts'
import { companyOfHost } from '../account-host.ts'
import type { Books } from '../books/books.ts'
import type { Company } from '../books/company.ts'
import { ledgerName, ownPages, sendPage } from '../pages/send-page.ts'
import { consentPage } from './consent-page.ts'
import { issueCode } from './issue.ts'
import { scopeError } from './scopes.ts'

interface ConsentParts {
  books: Books
  clients: Clients
  redirectUris: readonly string[] | undefined
  origin: string | undefined
}

interface Ask {
  request: Request
  asked: AuthoriseRequest
  sentence?: string
}

const path = '/app/login/oauth2/authorize.nl'

/** The page where a person lets Fieldledger in: into the company of the host, or one that is chosen. */
export function consentRouter({ books, clients, redirectUris, origin }: ConsentParts): Router {
  const router = Router()
  const judge = consentJudge({ ledger: ledgerName, clients, redirectUris, scopeError, sendPage })
  const asked = (sent: Readonly<Record<string, unknown>>, response: Response) => {
    const request = judge(sent, response)
    const error = request && furtherError(sent, request)
    if (!request || error === undefined) return request
    response.redirect(302, redirectAddress(request.redirectUri, { error, state: request.state }))
    return undefined
  }
  const companies = (request: Request): Company[] => {
    const host = companyOfHost(request)
    return host ? [host] : [...books.places.values()]
  }
  const show = (response: Response, ask: Ask) => {
    const { request } = ask
    const challenge = text({ ...request.query, ...request.body }, 'code_challenge')
    sendPage(response, {
      title: 'Connect',
      status: ask.sentence === undefined ? 200 : 422,
      body: consentPage(ask.asked, { ...ask, companies: companies(request), challenge }),
      formTarget: new URL(ask.asked.redirectUri).origin,
    })
  }
  router.get(path, (request: Request, response: Response) => {
    const found = asked(request.query, response)
    if (found) show(response, { request, asked: found })
  })
  router.post(
    path,
    ownPages(origin),
    express.urlencoded({ extended: false, limit: '20kb' }),
    async (request: Request, response: Response) => {
      const form: Record<string, unknown> = request.body ?? {}
      const found = asked(form, response)
      if (!found) return
      const { redirectUri, state, scope, clientId: client } = found
      if (form.decision !== 'allow')
        return response.redirect(302, redirectAddress(redirectUri, { error: 'access_denied', state }))
      const company = chosenCompany(books, form)
      if (!company)
        return show(response, {
          request,
          asked: found,
          sentence: 'Choose a practice company, or name a new one.',
        })
      const challenge = text(form, 'code_challenge')
      const code = issueCode(books, { client, redirectUri, scope, realm: company.id, challenge })
      await books.settled()
      const back = { state, role: '3', entity: '4622', company: company.id, code }
      response.redirect(302, redirectAddress(redirectUri, back))
    },
  )
  return router
}

/** A state between 22 and 1,024 characters; a proof key by SHA-256 only. */
function furtherError(
  sent: Readonly<Record<string, unknown>>,
  { state }: AuthoriseRequest,
): string | undefined {
  const isProofKeyGood = text(sent, 'code_challenge') === '' || text(sent, 'code_challenge_method') === 'S256'
  return state.length >= 22 && state.length <= 1024 && isProofKeyGood ? undefined : 'invalid_request'
}

/** A typed name means a new company, whichever company was still picked above it. */
function chosenCompany(books: Books, form: Readonly<Record<string, unknown>>): Company | undefined {
  const name = text(form, 'company_name').trim().slice(0, 100)
  return name !== '' ? books.make({ name }) : books.company(text(form, 'company'))
}

function text(sent: Readonly<Record<string, unknown>>, name: string): string {
  const value = sent[name]
  return typeof value === 'string' ? value : ''
}
