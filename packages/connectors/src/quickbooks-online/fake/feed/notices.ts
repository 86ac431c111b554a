import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../../../fake-service/json.ts'
import { textOf } from '../../../fake-service/json.ts'
import type { Change, Commit } from '../books/record.ts'
import type { EntityKind } from '../entity-kinds.ts'

/** Employees and tax codes are told by nobody. */
const told: readonly EntityKind[] = [
  ...(['Account', 'Bill', 'BillPayment', 'Class', 'Customer', 'Department'] as const),
  ...(['Item', 'PurchaseOrder', 'Term', 'Vendor'] as const),
]

const operations = { create: 'Create', update: 'Update', delete: 'Delete', merge: 'Merge' }

/** What one write tells, thin as there: who, what and when, never the content. */
export function noticesOf({ realm, at, changes }: Commit): JsonObject[] {
  return changes
    .filter(({ kind }) => told.includes(kind))
    .map((change) => ({
      key: randomUUID(),
      realm,
      at,
      name: change.kind,
      id: change.entity.Id,
      operation: operations[operationOf(change)],
      ...(change.mergedInto !== undefined && { id: change.mergedInto, deletedId: change.entity.Id }),
    }))
}

function operationOf({ operation, mergedInto }: Change): keyof typeof operations {
  return mergedInto === undefined ? operation : 'merge'
}

const pasts: Readonly<Record<string, string>> = {
  Create: 'created',
  Update: 'updated',
  Delete: 'deleted',
  Merge: 'merged',
}

/** The form since 2026: a list of CloudEvents. */
export function asCloudEvents(notices: JsonObject[]): string {
  return JSON.stringify(
    notices.map(({ key, realm, at, name, id, operation, deletedId }) => ({
      specversion: '1.0',
      id: key,
      source: 'intuit.practice',
      type: `qbo.${(textOf(name) ?? '').toLowerCase()}.${pasts[textOf(operation) ?? '']}.v1`,
      datacontenttype: 'application/json',
      time: at,
      intuitentityid: id,
      intuitaccountid: realm,
      data: deletedId === undefined ? {} : { deletedId },
    })),
  )
}

/** The form before it: by company. */
export function asEventNotifications(notices: JsonObject[]): string {
  const realms = [...new Set(notices.map(({ realm }) => realm))]
  const eventNotifications = realms.map((realmId) => ({
    realmId,
    dataChangeEvent: {
      entities: notices
        .filter(({ realm }) => realm === realmId)
        .map(({ name, id, operation, at, deletedId }) => ({
          ...{ name, id, operation, lastUpdated: at },
          ...(deletedId !== undefined && { deletedId }),
        })),
    },
  }))
  return JSON.stringify({ eventNotifications })
}
