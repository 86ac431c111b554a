import type { NextFunction, Request, Response } from 'express'
import { html } from './html.ts'
import type { SendPage } from './page-sender.ts'

interface Pages {
  name: string
  sendPage: SendPage
  origin: string | undefined
}

/** Lets a posted form through only when it comes from one of our own pages. */
export function ownPagesOnly({ name, sendPage, origin }: Pages) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const own = [`http://${request.get('host')}`, ...(origin === undefined ? [] : [new URL(origin).origin])]
    const sentFrom = request.get('origin')
    const isOwn =
      request.get('sec-fetch-site') === 'same-origin' || (sentFrom !== undefined && own.includes(sentFrom))
    if (isOwn) return void next()
    sendPage(response, {
      title: 'Not from here',
      status: 403,
      body: html`<main class="card"><h1>This did not come from the ${name} pages</h1><p>Nothing was changed. Open the page again and press the button there.</p></main>`,
    })
  }
}
