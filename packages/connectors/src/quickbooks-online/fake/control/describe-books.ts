import type { Json } from '../../../fake-service/json.ts'
import type { Realm } from '../books/realm.ts'
import { kindNames } from '../entity-kinds.ts'

/** Everything in one company's books, for tests that count. */
export function describeBooks(realm: Realm): Record<string, unknown> {
  const entities: Record<string, Json[]> = {}
  const historyCounts: Record<string, Record<string, number>> = {}
  for (const kind of kindNames) {
    const all = realm.all(kind)
    entities[kind] = all
    const counted = all.map((entity) => [entity.Id, realm.history(kind, entity.Id).length] as const)
    historyCounts[kind] = Object.fromEntries(counted.filter(([, count]) => count > 0))
  }
  return {
    realm: realm.id,
    name: realm.name,
    settings: realm.settings,
    entities,
    historyCounts,
    creates: realm.creates.map((made) => ({ requestId: null, docNumber: null, name: null, ...made })),
    deleted: realm.deleted.map(({ kind, entity, at }) => ({
      kind,
      id: entity.Id,
      docNumber: entity.DocNumber ?? null,
      at,
    })),
  }
}
