import express, { type Request, type Response, Router } from 'express'
import { ControlRefused } from '../../../fake-service/control-request.ts'
import { type Html, html } from '../../../fake-service/html.ts'
import { type JsonObject, textOf } from '../../../fake-service/json.ts'
import { basePath } from '../base-path.ts'
import type { Books } from '../books/books.ts'
import type { Tenant } from '../books/tenant.ts'
import { editByHand } from '../control/edit-by-hand.ts'
import { payByHand, repeatByHand } from '../control/make-by-hand.ts'
import { address, sendPlainPage } from './layout.ts'
import { ownPages } from './send-page.ts'

type DocumentKind = 'PurchaseOrder' | 'Invoice'

interface Press {
  label: string
  to: string
}

/** Which status a person may give a document in the ledger's own pages. */
const moves: Readonly<Record<DocumentKind, Readonly<Record<string, readonly Press[]>>>> = {
  PurchaseOrder: {
    DRAFT: [{ label: 'Approve', to: 'AUTHORISED' }],
    SUBMITTED: [{ label: 'Approve', to: 'AUTHORISED' }],
    AUTHORISED: [{ label: 'Mark as billed', to: 'BILLED' }],
    BILLED: [{ label: 'Mark as not billed', to: 'AUTHORISED' }],
  },
  Invoice: {
    DRAFT: [{ label: 'Approve', to: 'AUTHORISED' }],
    SUBMITTED: [{ label: 'Approve', to: 'AUTHORISED' }],
    AUTHORISED: [{ label: 'Void', to: 'VOIDED' }],
  },
}

interface Shown {
  tenant: Tenant
  kind: DocumentKind
  document: JsonObject
}

/** What a person would press in the ledger: approve, mark as billed, void, pay. */
export function documentButtons({ tenant, kind, document }: Shown): Html | false {
  const status = textOf(document.Status) ?? ''
  const id = textOf(document.InvoiceID ?? document.PurchaseOrderID) ?? ''
  const path = `${basePath}/app/${kind === 'Invoice' ? 'bill' : 'purchaseorder'}`
  const realm = html`<input type="hidden" name="tenant" value="${tenant.id}"><input type="hidden" name="id" value="${id}">`
  const buttons = (moves[kind][status] ?? []).map(
    ({ label, to }) =>
      html`<form method="post" action="${path}/status">${realm}<button name="status" value="${to}">${label}</button></form>`,
  )
  const pay =
    kind === 'Invoice' &&
    status === 'AUTHORISED' &&
    html`<form class="search" method="post" action="${path}/pay">${realm}<label>Amount paid<input type="text" name="amount" inputmode="decimal" value="${String(document.AmountDue)}" required></label><button>Pay</button></form>`
  const repeat =
    kind === 'Invoice' &&
    ['DRAFT', 'SUBMITTED', 'AUTHORISED'].includes(status) &&
    document.RepeatingInvoiceID === undefined &&
    html`<form method="post" action="${path}/repeat">${realm}<button>Make repeating</button></form>`
  return (
    (buttons.length > 0 || pay !== false) &&
    html`<h2>By hand</h2><div class="card hand">${pay}${buttons}${repeat}</div>`
  )
}

/** The same, pressed. Only our own pages may press. */
export function buttonRoutes({ books, origin }: { books: Books; origin: string | undefined }): Router {
  const router = Router()
  const guards = [ownPages(origin), express.urlencoded({ extended: false, limit: '20kb' })]
  const act =
    (kind: DocumentKind, work: (tenant: Tenant, request: Request) => void) =>
    async (request: Request, response: Response): Promise<void> => {
      const tenant = books.tenant(String(request.body?.tenant ?? ''))
      const id = String(request.body?.id ?? '')
      if (!tenant?.find(kind, id)) return sendUnchanged(response, 'There is no such document.')
      try {
        work(tenant, request)
        await books.settled()
        const page = kind === 'Invoice' ? 'bill' : 'purchaseorder'
        response.redirect(303, address(page, { id, tenant: tenant.id }))
      } catch (error) {
        if (!(error instanceof ControlRefused)) throw error
        sendUnchanged(response, error.message)
      }
    }
  const move = (kind: DocumentKind) =>
    act(kind, (tenant, { body }) => {
      editByHand({ books, tenant, kind, id: String(body.id), changes: { Status: String(body.status) } })
    })
  router.post('/purchaseorder/status', guards, move('PurchaseOrder'))
  router.post('/bill/status', guards, move('Invoice'))
  router.post(
    '/bill/pay',
    guards,
    act('Invoice', (tenant, { body }) => {
      payByHand({ books, tenant }, { InvoiceID: String(body.id), Amount: Number(body.amount) || 0 })
    }),
  )
  router.post(
    '/bill/repeat',
    guards,
    act('Invoice', (tenant, { body }) => {
      const bill = tenant.find('Invoice', String(body.id)) ?? {}
      repeatByHand({ books, tenant }, { bill, schedule: {} })
    }),
  )
  return router
}

function sendUnchanged(response: Response, sentence: string): void {
  sendPlainPage(response, {
    title: 'Not changed',
    status: 400,
    body: html`<p>${sentence} Go back and try again.</p>`,
  })
}
