import type { Response } from 'express'
import { type Html, html } from '../../../fake-service/html.ts'
import { basePath } from '../base-path.ts'
import type { Company } from '../books/company.ts'
import { ledgerName, sendPage } from './send-page.ts'
import { type TransactionKind, transactionKinds } from './transaction-kinds.ts'

export type Section = TransactionKind['section'] | 'vendors' | 'items' | 'accounts'

const sections: readonly (readonly [Section, string])[] = [
  ...transactionKinds.map(({ section, plural }) => [section, plural] as const),
  ['vendors', 'Vendors'],
  ['items', 'Items'],
  ['accounts', 'Chart of accounts'],
]

const banner = html`<aside class="banner" aria-label="Practice">Practice books on this machine. Nothing here is in a real NetSuite account.</aside>`

export function sendCompanyPage(
  response: Response,
  {
    company,
    section,
    title,
    beside,
    body,
  }: { company: Company; section: Section; title: string; beside?: Html; body: Html },
): void {
  const tab = ([path, label]: readonly [Section, string]) =>
    html`<a href="${address(path, { account: company.id })}"${path === section && html` aria-current="page"`}>${label}</a>`
  sendPage(response, {
    title: `${title} · ${company.name}`,
    body: html`${banner}${top(company.name)}<nav class="tabs" aria-label="Books">${sections.map(tab)}</nav>
      <main class="page"><div class="head"><h1>${title}</h1>${beside}</div>${body}</main>`,
  })
}

function top(companyName: string): Html {
  return html`<header class="top"><p class="brand"><span class="mark" aria-hidden="true">P</span><a href="${basePath}/app">${ledgerName}</a></p><strong>${companyName}</strong></header>`
}

export function sendPlainPage(
  response: Response,
  { title, body, status = 200 }: { title: string; body: Html; status?: number },
): void {
  sendPage(response, {
    title,
    status,
    body: html`${banner}${top('')}<main class="page"><div class="head"><h1>${title}</h1></div>${body}</main>`,
  })
}

/** An address among these pages. */
export function address(path: string, params: Readonly<Record<string, string>>): string {
  return `${basePath}/app/${path}?${new URLSearchParams(params)}`
}
