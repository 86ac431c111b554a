import type { Response } from 'express'
import { type Html, html } from '../../../fake-service/html.ts'
import { basePath } from '../base-path.ts'
import type { Tenant } from '../books/tenant.ts'
import { sendPage } from './send-page.ts'

export type Section = 'purchaseorders' | 'bills' | 'contacts' | 'items' | 'accounts'

const sections: readonly (readonly [Section, string])[] = [
  ['purchaseorders', 'Purchase orders'],
  ['bills', 'Bills'],
  ['contacts', 'Contacts'],
  ['items', 'Products and services'],
  ['accounts', 'Chart of accounts'],
]

const banner = html`<aside class="banner" aria-label="Practice">Practice books on this machine. Nothing here is in a real Xero organisation.</aside>`

export function sendTenantPage(
  response: Response,
  {
    tenant,
    section,
    title,
    beside,
    body,
  }: { tenant: Tenant; section: Section; title: string; beside?: Html; body: Html },
): void {
  const tab = ([path, label]: readonly [Section, string]) =>
    html`<a href="${address(path, { tenant: tenant.id })}"${path === section && html` aria-current="page"`}>${label}</a>`
  sendPage(response, {
    title: `${title} · ${tenant.name}`,
    body: html`${banner}${top(tenant.name)}<nav class="tabs" aria-label="Books">${sections.map(tab)}</nav>
      <main class="page"><div class="head"><h1>${title}</h1>${beside}</div>${body}</main>`,
  })
}

function top(organisationName: string): Html {
  return html`<header class="top"><p class="brand"><span class="mark" aria-hidden="true">P</span><a href="${basePath}/app">Practice Xero</a></p><strong>${organisationName}</strong></header>`
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
