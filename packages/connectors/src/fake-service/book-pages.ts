import type { Response } from 'express'
import { type Html, html } from './html.ts'
import type { SendPage } from './page-sender.ts'

interface Ledger<Section extends string> {
  /** `Practice …`. */
  name: string
  /** What of the real service these books are not. */
  real: string
  basePath: string
  sendPage: SendPage
  sections: readonly (readonly [Section, string])[]
  /** Under which name an address says which company is meant. */
  parameter: string
}

export interface BookPage<Section extends string> {
  place: { id: string; name: string }
  section: Section
  title: string
  /** Beside the heading: filters, search, status. */
  beside?: Html
  body: Html
}

/** What the pages of every practice ledger have around them: the word Practice, the company, the tabs. */
export function bookPages<Section extends string>(ledger: Ledger<Section>) {
  const { name, real, basePath, sendPage, sections, parameter } = ledger
  const banner = html`<aside class="banner" aria-label="Practice">Practice books on this machine. Nothing here is in a real ${real}.</aside>`
  const address = (path: string, params: Readonly<Record<string, string>>): string =>
    `${basePath}/app/${path}?${new URLSearchParams(params)}`
  const top = (companyName: string): Html =>
    html`<header class="top"><p class="brand"><span class="mark" aria-hidden="true">P</span><a href="${basePath}/app">${name}</a></p><strong>${companyName}</strong></header>`

  function sendBookPage(
    response: Response,
    { place, section, title, beside, body }: BookPage<Section>,
  ): void {
    const tab = ([path, label]: readonly [Section, string]) =>
      html`<a href="${address(path, { [parameter]: place.id })}"${path === section && html` aria-current="page"`}>${label}</a>`
    sendPage(response, {
      title: `${title} · ${place.name}`,
      body: html`${banner}${top(place.name)}<nav class="tabs" aria-label="Books">${sections.map(tab)}</nav>
      <main class="page"><div class="head"><h1>${title}</h1>${beside}</div>${body}</main>`,
    })
  }

  function sendPlainPage(
    response: Response,
    { title, body, status = 200 }: { title: string; body: Html; status?: number },
  ): void {
    sendPage(response, {
      title,
      status,
      body: html`${banner}${top('')}<main class="page"><div class="head"><h1>${title}</h1></div>${body}</main>`,
    })
  }

  return { sendBookPage, sendPlainPage, address }
}
