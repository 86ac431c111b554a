export type Json = string | number | boolean | null | Json[] | JsonObject

export interface JsonObject {
  [key: string]: Json
}

export interface Entity extends JsonObject {
  Id: string
  SyncToken: string
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

export function listOf(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
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
