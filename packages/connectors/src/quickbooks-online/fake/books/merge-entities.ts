import { isObject, type Json, type JsonObject, textOf } from '../../../fake-service/json.ts'
import { type EntityKind, entityKinds, kindNames } from '../entity-kinds.ts'
import { refuse } from '../fault-catalogue.ts'
import { nextVersion } from '../rules/next-version.ts'
import type { Books } from './books.ts'
import type { Realm } from './realm.ts'
import type { Change } from './record.ts'

interface Merge {
  books: Books
  realm: Realm
  kind: 'Vendor' | 'Item'
  /** The duplicate. */
  id: string
  /** What remains. */
  into: string
}

/**
 * A duplicate becomes one with another: inactive, "(deleted)" behind its name, and whatever named it names the other.
 */
export async function mergeEntities({ books, realm, kind, id, into }: Merge): Promise<void> {
  const [duplicate, kept] = [realm.find(kind, id), realm.find(kind, into)]
  if (!duplicate || !kept || id === into) throw refuse.notFoundOrInactive()
  const at = books.timestamp()
  const property = entityKinds[kind].nameProperty ?? 'Name'
  const name = `${textOf(duplicate[property]) ?? ''} (deleted)`
  const entity = nextVersion(duplicate, { at, body: { ...duplicate, [property]: name, Active: false } })
  const gone: Change = {
    kind,
    operation: 'update',
    entity,
    changed: [property, 'Active'],
    mergedInto: into,
  }
  const reference = { name: `${kind}Ref`, from: id, to: into, title: textOf(kept[property]) ?? '' }
  const changes = [gone, ...moved({ realm, at, reference })]
  books.write({ type: 'commit', realm: realm.id, at, by: 'person', changes })
  await books.settled()
}

interface Reference {
  name: string
  from: string
  to: string
  title: string
}

function moved({ realm, at, reference }: { realm: Realm; at: string; reference: Reference }): Change[] {
  const kinds: EntityKind[] = kindNames.filter((kind) => entityKinds[kind].isTransaction)
  return kinds.flatMap((kind) =>
    realm.all(kind).flatMap((before): Change[] => {
      const body = renamed(before, reference)
      if (JSON.stringify(body) === JSON.stringify(before) || !isObject(body)) return []
      const entity = nextVersion(before, { at, body })
      return [{ kind, operation: 'update', entity, changed: [reference.name] }]
    }),
  )
}

function renamed(value: Json, reference: Reference): Json {
  if (Array.isArray(value)) return value.map((each) => renamed(each, reference))
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([name, each]): [string, Json] => {
    const isIt = name === reference.name && isObject(each) && each.value === reference.from
    return [name, isIt ? { value: reference.to, name: reference.title } : renamed(each, reference)]
  })
  return Object.fromEntries(entries) satisfies JsonObject
}
