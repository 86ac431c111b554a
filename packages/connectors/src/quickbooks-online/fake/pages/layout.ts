import type { Response } from 'express'
import { type Html, html } from '../../../fake-service/html.ts'
import { basePath } from '../base-path.ts'
import type { Realm } from '../books/realm.ts'
import { sendPage } from './send-page.ts'

export type Section = 'expenses' | 'vendors' | 'items' | 'chartofaccounts'

const sections: readonly (readonly [Section, string])[] = [
  ['expenses', 'Expenses'],
  ['vendors', 'Vendors'],
  ['items', 'Products & services'],
  ['chartofaccounts', 'Chart of accounts'],
]

interface CompanyPage {
  realm: Realm
  section: Section
  title: string
  /** Beside the heading: filters, search. */
  beside?: Html
  body: Html
}

export function sendCompanyPage(
  response: Response,
  { realm, section, title, beside, body }: CompanyPage,
): void {
  const tab = ([path, label]: readonly [Section, string]) =>
    html`<a href="${address(path, { realm: realm.id })}"${path === section && html` aria-current="page"`}>${label}</a>`
  sendPage(response, {
    title: `${title} · ${realm.name}`,
    body: html`${banner}${top(realm.name)}<nav class="tabs" aria-label="Books">${sections.map(tab)}</nav>
      <main class="page"><div class="head"><h1>${title}</h1>${beside}</div>${body}</main>`,
  })
}

const banner = html`<aside class="banner" aria-label="Practice">Practice books on this machine. Nothing here is in a real QuickBooks company.</aside>`

export function top(companyName: string): Html {
  return html`<header class="top"><p class="brand"><span class="mark" aria-hidden="true">P</span><a href="${basePath}/app">Practice QuickBooks</a></p><strong>${companyName}</strong></header>`
}

export function sendPlainPage(
  response: Response,
  page: { title: string; body: Html; status?: number },
): void {
  const { title, body, status } = page
  sendPage(response, {
    title,
    body: html`${banner}${top('')}<main class="page"><div class="head"><h1>${title}</h1></div>${body}</main>`,
    ...(status !== undefined && { status }),
  })
}

/** An address among these pages. */
export function address(path: string, params: Readonly<Record<string, string>>): string {
  return `${basePath}/app/${path}?${new URLSearchParams(params)}`
}
