import type { GrantRecord } from '../../../fake-service/grants.ts'
import type { EntityKind } from '../entity-kinds.ts'
import type { Entity } from '../json.ts'
import type { RealmSettings } from './realm-settings.ts'

export interface Change {
  kind: EntityKind
  operation: 'create' | 'update' | 'delete'
  /** The entity as it stands after the change; for a delete, as it last stood. */
  entity: Entity
  changed: string[]
  /** The entity was a duplicate of this one and is one with it now. */
  mergedInto?: string
}

/** One write, whole: the asked change first, its consequences after it, and the request id that it answers. */
export interface Commit {
  type: 'commit'
  realm: string
  at: string
  by: 'api' | 'person'
  requestId?: string
  changes: Change[]
}

export interface RealmMade {
  type: 'realm'
  realm: string
  name: string
  at: string
  entities: { kind: EntityKind; entity: Entity }[]
}

export interface SettingsChanged {
  type: 'settings'
  realm: string
  settings: Partial<RealmSettings>
}

/** Very many vendors and items at one go; which ones is known without writing them down. */
export interface CrowdMade {
  type: 'crowd'
  realm: string
  at: string
  vendors: number
  items: number
}

/** What an Attachable is about. */
export interface FileKept {
  type: 'file'
  realm: string
  id: string
  /** Base64. */
  content: string
}

export type BooksRecord = Commit | CrowdMade | FileKept | RealmMade | SettingsChanged | GrantRecord
