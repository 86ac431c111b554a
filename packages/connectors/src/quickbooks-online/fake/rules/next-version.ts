import type { JsonObject } from '../../../fake-service/json.ts'
import { type Entity, metaData } from '../json.ts'

/** The first or next version of an entity around its body. */
export function nextVersion(before: Entity | string, next: { at: string; body: JsonObject }): Entity {
  const isNew = typeof before === 'string'
  return {
    ...next.body,
    Id: isNew ? before : before.Id,
    SyncToken: isNew ? '0' : String(Number(before.SyncToken) + 1),
    MetaData: { CreateTime: isNew ? next.at : metaData(before).created, LastUpdatedTime: next.at },
    domain: 'QBO',
    sparse: false,
  }
}
