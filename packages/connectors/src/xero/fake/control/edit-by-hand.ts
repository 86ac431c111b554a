import { ControlRefused } from '../../../fake-service/control-request.ts'
import type { JsonObject } from '../../../fake-service/json.ts'
import type { Books } from '../books/books.ts'
import type { Tenant } from '../books/tenant.ts'
import { type ElementKind, elementKinds } from '../element-kinds.ts'
import { judgeWrite } from '../rules/write.ts'

interface Edit {
  books: Books
  tenant: Tenant
  kind: ElementKind
  id: string
  changes: JsonObject
}

/** Accounts have no rules here: the chart is kept by hand alone. */
const setByHand: readonly ElementKind[] = ['Account', 'TaxRate']

/** What a person does in the ledger's own pages: the same rules, always against the present version. */
export function editByHand({ books, tenant, kind, id, changes }: Edit): JsonObject {
  const before = tenant.find(kind, id) ?? {}
  const at = books.timestamp()
  const input = { ...(setByHand.includes(kind) && before), ...changes, [elementKinds[kind].id]: id }
  const { changes: judged, problems } = judgeWrite({
    tenant,
    kind,
    input,
    mayUpdate: true,
    unitPlaces: 4,
    at,
  })
  if (problems.length > 0) throw new ControlRefused(`The ledger refuses this: ${problems.join(' ')}`)
  books.write({ type: 'commit', tenant: tenant.id, at, by: 'person', changes: judged })
  return tenant.find(kind, id) ?? before
}
