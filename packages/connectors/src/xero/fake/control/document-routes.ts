import type { Request, Router } from 'express'
import { Type } from 'typebox'
import { ControlRefused, readControl } from '../../../fake-service/control-request.ts'
import { isObject } from '../../../fake-service/json.ts'
import type { Books } from '../books/books.ts'
import type { Tenant } from '../books/tenant.ts'
import { billFromTemplate, makeByHand, payByHand, repeatByHand } from './make-by-hand.ts'
import { mergeContacts } from './merge-contacts.ts'

const PaymentRequest = Type.Object(
  {
    Amount: Type.Optional(Type.Number()),
    AccountCode: Type.Optional(Type.String()),
    Date: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })),
    Reference: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
)

const MergeRequest = Type.Object({ into: Type.String() }, { additionalProperties: false })

interface Parts {
  books: Books
  tenantOf: (request: Request) => Tenant
}

/** Payments, templates and merged contacts: what a person does in the ledger. */
export function addDocumentRoutes(router: Router, { books, tenantOf }: Parts): void {
  router.post('/realms/:realm/Invoices/:id/payments', async (request, response) => {
    const tenant = tenantOf(request)
    const { id } = request.params
    if (!tenant.find('Invoice', id)) throw new ControlRefused('There is no such invoice.', 404)
    const payment = { ...readControl(PaymentRequest, request.body), InvoiceID: id }
    const made = payByHand({ books, tenant }, payment)
    await books.settled()
    response.status(201).json(made)
  })
  router.post('/realms/:realm/Invoices/:id/repeat', async (request, response) => {
    const tenant = tenantOf(request)
    const bill = tenant.find('Invoice', request.params.id)
    if (!bill) throw new ControlRefused('There is no such invoice.', 404)
    const schedule = isObject(request.body) ? request.body : {}
    const made = repeatByHand({ books, tenant }, { bill, schedule })
    await books.settled()
    response.status(201).json(made)
  })
  router.post('/realms/:realm/Contacts/:id/merge', async (request, response) => {
    const tenant = tenantOf(request)
    const { into } = readControl(MergeRequest, request.body)
    response.json(mergeContacts({ books, tenant, id: request.params.id, into }))
    await books.settled()
  })
  router.post('/realms/:realm/RepeatingInvoices', async (request, response) => {
    if (!isObject(request.body)) throw new ControlRefused('Send the template as a JSON object.')
    const parts = { books, tenant: tenantOf(request) }
    const made = makeByHand(parts, { kind: 'RepeatingInvoice', input: request.body })
    await books.settled()
    response.status(201).json(made)
  })
  router.post('/realms/:realm/RepeatingInvoices/:id/bills', async (request, response) => {
    const tenant = tenantOf(request)
    const template = tenant.find('RepeatingInvoice', request.params.id)
    if (!template) throw new ControlRefused('There is no such template.', 404)
    const made = billFromTemplate({ books, tenant }, template)
    await books.settled()
    response.status(201).json(made)
  })
}
