import { isObject, type Json, type JsonObject, textOf } from '../../fake-service/json.ts'

export interface Entity extends JsonObject {
  Id: string
  SyncToken: string
}

/** The id inside a reference: `{ "value": "12", "name": "…" }` gives `12`. */
export function refId(value: Json | undefined): string | undefined {
  return isObject(value) ? textOf(value.value) : undefined
}

export function refName(value: Json | undefined): string | undefined {
  return isObject(value) ? textOf(value.name) : undefined
}

export function metaData(entity: JsonObject): { created: string; updated: string } {
  const meta = isObject(entity.MetaData) ? entity.MetaData : {}
  return { created: textOf(meta.CreateTime) ?? '', updated: textOf(meta.LastUpdatedTime) ?? '' }
}
