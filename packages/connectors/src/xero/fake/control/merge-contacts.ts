import { ControlRefused } from '../../../fake-service/control-request.ts'
import type { JsonObject } from '../../../fake-service/json.ts'
import type { Books } from '../books/books.ts'
import type { Change } from '../books/record.ts'
import { contactOf, type Tenant } from '../books/tenant.ts'
import { type ElementKind, elementKinds, kindNames } from '../element-kinds.ts'

interface Merge {
  books: Books
  tenant: Tenant
  /** The contact that is archived, and the one that is left. */
  id: string
  into: string
}

/** A person merges a contact into another: it is archived and names the other, to which its documents belong from then on. */
export function mergeContacts({ books, tenant, id, into }: Merge): JsonObject {
  const [from, to] = [tenant.find('Contact', id), tenant.find('Contact', into)]
  if (!from || to?.ContactStatus !== 'ACTIVE' || id === into)
    throw new ControlRefused('Name two contacts, of which the one that is left is active.')
  const at = books.timestamp()
  const contact: Change = {
    kind: 'Contact',
    operation: 'update',
    element: { ...from, ContactStatus: 'ARCHIVED', MergedToContactID: into, UpdatedDateUTC: at },
    changed: ['ContactStatus', 'MergedToContactID'],
  }
  const moved = documentKinds.flatMap((kind) =>
    tenant
      .all(kind)
      .filter((document) => contactOf(document, tenant)?.ContactID === id)
      .map((document): Change => {
        const element = { ...document, Contact: { ContactID: into }, UpdatedDateUTC: at }
        return { kind, operation: 'update', element, changed: ['Contact'] }
      }),
  )
  books.write({ type: 'commit', tenant: tenant.id, at, by: 'person', changes: [contact, ...moved] })
  return tenant.find('Contact', id) ?? from
}

const documentKinds: readonly ElementKind[] = kindNames.filter((kind) => elementKinds[kind].isDocument)
