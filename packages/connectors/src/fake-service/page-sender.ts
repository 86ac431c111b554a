import type { Response } from 'express'
import { type Html, html } from './html.ts'

/** Whose pages these are: `Practice …`, and where the sandbox mounts them. */
interface Brand {
  name: string
  basePath: string
}

export interface Page {
  title: string
  body: Html
  status?: number
  /** Where a form of this page may lead after it was posted, besides our own pages. */
  formTarget?: string
}

export type SendPage = (response: Response, page: Page) => void

/** Sends whole pages without a script, named after the practice ledger. */
export function pageSender({ name, basePath }: Brand): SendPage {
  return (response, page) => {
    const formAction = ["'self'", page.formTarget].filter(Boolean).join(' ')
    response.status(page.status ?? 200).set({
      'content-type': 'text/html;charset=UTF-8',
      'content-security-policy': `default-src 'none'; style-src 'self'; img-src 'self'; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`,
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    response.end(
      html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${page.title} · ${name}</title><link rel="stylesheet" href="${basePath}/app/style.css"></head><body>${page.body}</body></html>`
        .text,
    )
  }
}
