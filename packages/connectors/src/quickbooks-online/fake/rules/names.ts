import { type JsonObject, textOf } from '../../../fake-service/json.ts'
import type { Realm } from '../books/realm.ts'
import { type EntityKind, entityKinds } from '../entity-kinds.ts'
import { refuse } from '../fault-catalogue.ts'
import { refId } from '../json.ts'

/** Vendors, customers and employees share one space of names. */
const sharedNameSpace: readonly EntityKind[] = ['Vendor', 'Customer', 'Employee']

const wordFor: Partial<Record<EntityKind, string>> = { Item: 'product or service', Department: 'location' }

/** The name as it will be stored: present, trimmed, without a colon, tab or new line. */
export function cleanName(property: string, value: string | undefined): string {
  const name = value?.trim() ?? ''
  if (name === '') throw refuse.missing(property)
  if (/[:\t\r\n]/.test(name)) throw refuse.badString(property)
  return name
}

export function refuseTakenName(draft: {
  realm: Realm
  kind: EntityKind
  name: string
  ownId?: string
}): void {
  const { realm, kind, name, ownId } = draft
  const spaces = sharedNameSpace.includes(kind) ? sharedNameSpace : [kind]
  for (const space of spaces) {
    const taken = realm.all(space).some((other) => {
      const isItself = space === kind && other.Id === ownId
      return !isItself && fullName(space, other).toLowerCase() === name.toLowerCase()
    })
    if (taken) throw refuse.duplicateName(wordFor[space] ?? space.toLowerCase())
  }
}

/** `Parent:Child`, at most five levels. */
export function qualifiedName(draft: { realm: Realm; kind: EntityKind; body: JsonObject }): string {
  const { realm, kind, body } = draft
  const parentId = refId(body.ParentRef)
  const parent = parentId === undefined ? undefined : realm.find(kind, parentId)
  const own = textOf(body.Name) ?? textOf(body.DisplayName) ?? ''
  const full = parent ? `${fullName(kind, parent)}:${own}` : own
  if (full.split(':').length > 5) throw refuse.businessRule('A list can be at most five levels deep.')
  return full
}

function fullName(kind: EntityKind, entity: JsonObject): string {
  const property = entityKinds[kind].nameProperty ?? 'Name'
  return textOf(entity.FullyQualifiedName) ?? textOf(entity[property]) ?? ''
}
