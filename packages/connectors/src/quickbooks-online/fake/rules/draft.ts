import type { JsonObject } from '../../../fake-service/json.ts'
import type { Realm } from '../books/realm.ts'
import type { Change } from '../books/record.ts'
import type { EntityKind } from '../entity-kinds.ts'
import type { Entity } from '../json.ts'

/** A write on its way through the rules of its kind. */
export interface Draft {
  realm: Realm
  kind: EntityKind
  /** What was sent, without what only the server may set. */
  input: JsonObject
  /** The entity as it would be stored. */
  body: JsonObject
  before?: Entity
  today: string
  at: string
  allowDuplicateDocNumber: boolean
}

/** What a kind's rules leave: the body to store and what else changes in the books by it. */
export interface Settled {
  body: JsonObject
  consequences?: (id: string) => Change[]
}
