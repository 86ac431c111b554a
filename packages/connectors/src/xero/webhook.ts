import type { LedgerEvent, Webhooks } from '@fieldledger/accounting'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { isSigned } from '../is-signed.ts'

const text = Type.String()

/** XeroAPI/Xero-OpenAPI xero-webhooks.yaml. The test of the intent to receive has no events: to be answered 200. */
const Told = Type.Object({
  events: Type.Array(
    Type.Object({
      resourceId: text,
      tenantId: text,
      eventCategory: text,
      eventType: text,
      eventDateUtc: Type.Optional(text),
    }),
  ),
})

export const webhooks: Webhooks = {
  read({ header, body, secret }) {
    if (!isSigned(body, { signature: header('x-xero-signature') ?? '', secret })) return undefined
    const told = parsed(body)
    return Value.Check(Told, told) ? told.events.map(fromEvent) : []
  },
}

const records: Readonly<Record<string, LedgerEvent['record']>> = { CONTACT: 'vendor', INVOICE: 'document' }

/** Every contact may be a vendor. The event has no id of its own. */
function fromEvent(event: Static<typeof Told>['events'][number]): LedgerEvent {
  const { resourceId, tenantId, eventCategory, eventType, eventDateUtc = '' } = event
  return {
    id: [tenantId, eventCategory, resourceId, eventType, eventDateUtc].join('|'),
    ledgerCompanyId: tenantId,
    record: records[eventCategory] ?? 'other',
    remoteId: resourceId,
  }
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return undefined
  }
}
