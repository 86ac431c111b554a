import type { LedgerEvent, Webhooks } from '@fieldledger/accounting'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { isSigned } from '../is-signed.ts'

const text = Type.String()

/** blogs.intuit.com 2025-11-12: the form since 2026. A merge has the kept id, and the other one in `data`. */
const CloudEvent = Type.Object({
  id: text,
  type: text,
  intuitentityid: text,
  intuitaccountid: text,
  data: Type.Optional(Type.Object({ deletedId: Type.Optional(text) })),
})

/** developer.intuit.com "Webhooks": the form before it, without an id of the event. */
const Notifications = Type.Object({
  eventNotifications: Type.Array(
    Type.Object({
      realmId: text,
      dataChangeEvent: Type.Object({
        entities: Type.Array(
          Type.Object({
            id: text,
            name: text,
            operation: text,
            lastUpdated: Type.Optional(text),
            deletedId: Type.Optional(text),
          }),
        ),
      }),
    }),
  ),
})

export const webhooks: Webhooks = {
  read({ header, body, secret }) {
    if (!isSigned(body, { signature: header('intuit-signature') ?? '', secret })) return undefined
    const told = parsed(body)
    if (Array.isArray(told)) return told.flatMap(fromCloudEvent)
    return Value.Check(Notifications, told) ? told.eventNotifications.flatMap(fromNotification) : []
  },
}

function fromCloudEvent(event: unknown): LedgerEvent[] {
  if (!Value.Check(CloudEvent, event)) return []
  const { id, type, intuitentityid, intuitaccountid, data } = event
  const kind = { id, ledgerCompanyId: intuitaccountid, record: recordOf(type.split('.')[1] ?? '') }
  return both(kind, { remoteId: intuitentityid, deletedId: data?.deletedId })
}

type Notification = Static<typeof Notifications>['eventNotifications'][number]

function fromNotification({ realmId, dataChangeEvent }: Notification): LedgerEvent[] {
  return dataChangeEvent.entities.flatMap(({ id: remoteId, name, operation, lastUpdated, deletedId }) => {
    const id = [realmId, name, remoteId, operation, lastUpdated ?? ''].join('|')
    const kind = { id, ledgerCompanyId: realmId, record: recordOf(name.toLowerCase()) }
    return both(kind, { remoteId, deletedId })
  })
}

function both(
  kind: Omit<LedgerEvent, 'remoteId'>,
  { remoteId, deletedId }: { remoteId: string; deletedId: string | undefined },
): LedgerEvent[] {
  const kept = { ...kind, remoteId }
  return deletedId === undefined
    ? [kept]
    : [kept, { ...kind, id: `${kind.id}|${deletedId}`, remoteId: deletedId }]
}

/** Of an item and of a payment the feed says more than the message does. */
function recordOf(name: string): LedgerEvent['record'] {
  if (name === 'vendor') return 'vendor'
  return name === 'bill' || name === 'purchaseorder' ? 'document' : 'other'
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return undefined
  }
}
