import type { JsonObject } from '../../../fake-service/json.ts'
import type { Realm } from '../books/realm.ts'
import { kindByName } from '../entity-kinds.ts'
import { refuse } from '../fault-catalogue.ts'
import { metaData } from '../json.ts'

const lookBackDays = 30
const mostObjects = 1000

/** Everything changed since an instant, deleted rows included; 30 days back, 1000 objects in total. */
export function changesSince(call: {
  realm: Realm
  entities: string
  since: string
  now: number
}): JsonObject {
  const since = Date.parse(call.since)
  if (Number.isNaN(since)) throw refuse.missing('changedSince')
  if (call.now - since > lookBackDays * 86_400_000) {
    throw refuse.badQuery(`changedSince must lie within the last ${lookBackDays} days`)
  }
  if (call.entities === '') throw refuse.missing('entities')
  let left = mostObjects
  const answers = call.entities.split(',').map((name) => {
    const kind = kindByName(name.trim())
    if (!kind) throw refuse.badQuery(`QueryValidationError: Invalid entity name: ${name}`)
    const present = call.realm.all(kind).filter((entity) => Date.parse(metaData(entity).updated) >= since)
    const gone = call.realm.deleted
      .filter((row) => row.kind === kind && Date.parse(row.at) >= since)
      .map((row) => ({
        Id: row.entity.Id,
        status: 'Deleted',
        domain: 'QBO',
        MetaData: { LastUpdatedTime: row.at },
      }))
    const rows = [...present, ...gone].slice(0, left)
    left -= rows.length
    return rows.length === 0 ? {} : { [kind]: rows, startPosition: 1, maxResults: rows.length }
  })
  return { CDCResponse: [{ QueryResponse: answers }], time: new Date(call.now).toISOString() }
}
