import type { JsonObject } from '../../../fake-service/json.ts'
import type { Realm } from '../books/realm.ts'

/** The size is the file's, whatever was sent. */
export function withSize(realm: Realm, attachable: JsonObject): JsonObject {
  const file = realm.files.get(String(attachable.Id))
  return file === undefined ? attachable : { ...attachable, Size: Buffer.from(file, 'base64').length }
}
