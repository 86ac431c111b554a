import type { JsonObject } from '../../../fake-service/json.ts'
import { type ElementKind, elementKinds, idOf } from '../element-kinds.ts'
import { listElements } from '../query/list-query.ts'
import { refuse } from '../refusals.ts'
import type { Answer } from './answer.ts'
import { type Call, parametersOf, unitPlacesOf } from './call.ts'
import { envelope } from './envelope.ts'
import { organisation } from './organisation.ts'
import { present } from './present.ts'

export function readList({ books, tenant, request }: Call, kind: ElementKind): Answer {
  const parameters = parametersOf(request)
  const unitPlaces = unitPlacesOf(request)
  const modifiedSince = request.get('if-modified-since')
  const { elements, pagination } = listElements({ tenant, kind, parameters, modifiedSince })
  const shown = elements.map((element) => present({ tenant, kind, element, unitPlaces, isList: true }))
  const content = { ...(pagination && { pagination }), [elementKinds[kind].plural]: shown }
  return { status: 200, body: envelope(books, content) }
}

/** By the ledger's id, or by the number that a person knows it by. */
export function findElement({ tenant }: Call, { kind, id }: { kind: ElementKind; id: string }): JsonObject {
  const { alias } = elementKinds[kind]
  const named = alias === undefined ? [] : tenant.findBy(kind, { property: alias, value: id })
  const found = tenant.find(kind, id) ?? named.find(({ Status }) => Status !== 'DELETED') ?? named[0]
  if (!found) throw refuse.notFound()
  return found
}

export function readOne(call: Call, target: { kind: ElementKind; id: string }): Answer {
  const element = findElement(call, target)
  const shown = present({
    tenant: call.tenant,
    kind: target.kind,
    element,
    unitPlaces: unitPlacesOf(call.request),
  })
  return { status: 200, body: envelope(call.books, { [elementKinds[target.kind].plural]: [shown] }) }
}

export function readOrganisation({ books, tenant }: Call): Answer {
  return { status: 200, body: envelope(books, { Organisations: [organisation(tenant)] }) }
}

/** An item may be deleted as long as no document names it. */
export function deleteItem(call: Call, id: string): Answer {
  const { books, tenant, requestKey } = call
  const element = findElement(call, { kind: 'Item', id })
  const code = element.Code
  const isUsed = [...tenant.all('PurchaseOrder'), ...tenant.all('Invoice')].some((document) =>
    JSON.stringify(document.LineItems ?? []).includes(`"ItemCode":${JSON.stringify(code)}`),
  )
  if (isUsed)
    throw refuse.validation([
      {
        ItemID: idOf('Item', element),
        ValidationErrors: [{ Message: 'The item is used on a transaction and cannot be deleted' }],
      },
    ])
  books.write({
    type: 'commit',
    tenant: tenant.id,
    at: books.timestamp(),
    by: 'api',
    ...(requestKey !== undefined && { requestKey }),
    changes: [{ kind: 'Item', operation: 'delete', element, changed: [] }],
  })
  return { status: 204, body: {} }
}
