import type { Response } from 'express'
import { type AuthoriseRequest, judgeAuthoriseRequest } from './authorise-request.ts'
import type { Clients } from './clients.ts'
import type { SendPage } from './page-sender.ts'
import { refusedPage } from './refused-page.ts'

interface Judge {
  ledger: string
  clients: Clients
  redirectUris: readonly string[] | undefined
  scopeError: (scope: string) => string | undefined
  sendPage: SendPage
}

/** Gives back what may be asked; everything else it has answered: with a page, or by going back with the error. */
export function consentJudge({ ledger, clients, redirectUris, scopeError, sendPage }: Judge) {
  return (sent: Readonly<Record<string, unknown>>, response: Response): AuthoriseRequest | undefined => {
    const verdict = judgeAuthoriseRequest(sent, { isKnownClient: clients.isKnown, redirectUris, scopeError })
    if (verdict.kind === 'ask') return verdict.request
    if (verdict.kind === 'redirect') response.redirect(302, verdict.to)
    else {
      const body = refusedPage(ledger, verdict.sentence)
      sendPage(response, { title: 'Cannot connect', status: 400, body })
    }
    return undefined
  }
}
