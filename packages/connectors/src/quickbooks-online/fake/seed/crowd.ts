import type { JsonObject } from '../../../fake-service/json.ts'
import { crowdItem, crowdVendor } from '../../../fake-service/trades/crowd.ts'
import type { Realm } from '../books/realm.ts'
import type { CrowdMade, RealmMade } from '../books/record.ts'
import type { EntityKind } from '../entity-kinds.ts'
import { nextVersion } from '../rules/next-version.ts'
import { itemBody, vendorBody } from './seed-entities.ts'

/** Very many vendors and items, the same ones each time the books are read. */
export function crowdEntities(realm: Realm, { vendors, items, at }: CrowdMade): RealmMade['entities'] {
  const accounts = new Map(
    realm.all('Account').map(({ Id, Name }) => [String(Name), { value: Id, name: String(Name) }]),
  )
  const account = (name: string): JsonObject => accounts.get(name) ?? {}
  const made = (kind: EntityKind, { count, body }: { count: number; body: (n: number) => JsonObject }) => {
    const before = realm.all(kind).length
    const firstId = Number(realm.nextId(kind))
    return Array.from({ length: count }, (_, n) => ({
      kind,
      entity: nextVersion(String(firstId + n), { at, body: body(before + n) }),
    }))
  }
  return [
    ...made('Vendor', { count: vendors, body: (n) => vendorBody(crowdVendor(n)) }),
    ...made('Item', {
      count: items,
      body: (n) => itemBody(crowdItem(n), { account, date: at.slice(0, 10) }),
    }),
  ]
}
