import type { JsonObject } from '../../../fake-service/json.ts'
import type { ElementKind } from '../element-kinds.ts'
import type { TenantSettings } from './tenant-settings.ts'

export interface Change {
  kind: ElementKind
  operation: 'create' | 'update' | 'delete'
  /** The element as it stands after the change; for a delete, as it last stood. */
  element: JsonObject
  changed: string[]
}

/** One write, whole. */
export interface Commit {
  type: 'commit'
  tenant: string
  at: string
  by: 'api' | 'person'
  requestKey?: string
  changes: Change[]
}

export interface TenantMade {
  type: 'tenant'
  tenant: string
  name: string
  at: string
  elements: { kind: ElementKind; element: JsonObject }[]
}

export interface SettingsChanged {
  type: 'settings'
  tenant: string
  settings: Partial<TenantSettings>
}

/** The answer that an idempotency key was given, errors too. */
export interface Answered {
  type: 'answered'
  tenant: string
  key: string
  request: string
  status: number
  body: JsonObject
  at: number
}

export interface Noted {
  type: 'note'
  tenant: string
  kind: ElementKind
  id: string
  details: string
  at: string
}

export interface Attached {
  type: 'attachment'
  tenant: string
  kind: ElementKind
  id: string
  attachment: {
    AttachmentID: string
    FileName: string
    MimeType: string
    ContentLength: number
    IncludeOnline?: boolean
  }
  content: string
  at: string
}

/** Tokens and codes are kept as SHA-256 only. `grant` is what Xero calls the authentication event. */
export type GrantRecord =
  | {
      type: 'consent'
      code: string
      grant: string
      client: string
      redirectUri: string
      scope: string
      tenants: string[]
      at: number
    }
  | { type: 'exchanged'; code: string; access: string; refresh?: string; at: number }
  | { type: 'refreshed'; used: string; access: string; refresh: string; at: number }
  | { type: 'revoked'; grant: string }
  | { type: 'disconnected'; connection: string }
  | { type: 'expired'; at: number }

/** Very many contacts and items at one go; which ones is known without writing them down. */
export interface CrowdMade {
  type: 'crowd'
  tenant: string
  at: string
  vendors: number
  items: number
}

export type BooksRecord =
  | Commit
  | CrowdMade
  | TenantMade
  | SettingsChanged
  | Answered
  | Noted
  | Attached
  | GrantRecord
