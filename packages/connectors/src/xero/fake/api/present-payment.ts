import { isObject, type JsonObject, textOf } from '../../../fake-service/json.ts'
import { contactOf, type Tenant } from '../books/tenant.ts'
import { wireDate } from '../dates.ts'

/** A payment with its document, which it names by id alone in the books. */
export function presentPayment(
  tenant: Tenant,
  { shown, element }: { shown: JsonObject; element: JsonObject },
): JsonObject {
  const id = isObject(element.Invoice) ? textOf(element.Invoice.InvoiceID) : undefined
  const invoice = tenant.find('Invoice', id ?? '') ?? {}
  const contact = contactOf(invoice, tenant) ?? {}
  const Contact = { ContactID: contact.ContactID ?? '', Name: contact.Name ?? '' }
  const { InvoiceID = '', InvoiceNumber = '', Type = '', CurrencyCode = '' } = invoice
  return {
    ...shown,
    HasAccount: true,
    HasValidationErrors: false,
    Invoice: { InvoiceID, InvoiceNumber, Type, CurrencyCode, IsDiscounted: false, HasErrors: false, Contact },
  }
}

/** The payments that stand on a document; deleted ones do not. */
export function paymentsOf(tenant: Tenant, invoice: JsonObject): JsonObject[] {
  if (!Number(invoice.AmountPaid)) return []
  return tenant
    .all('Payment')
    .filter(
      ({ Invoice, Status }) =>
        Status !== 'DELETED' && isObject(Invoice) && Invoice.InvoiceID === invoice.InvoiceID,
    )
    .map(({ PaymentID = '', Date: day, Amount = 0, Reference, CurrencyRate = 1 }) => ({
      PaymentID,
      Date: wireDate(`${textOf(day) ?? ''}T00:00:00Z`),
      Amount,
      ...(Reference !== undefined && { Reference }),
      CurrencyRate,
      HasAccount: true,
      HasValidationErrors: false,
    }))
}
