import type { GrantRecord } from '../../../fake-service/grants.ts'
import type { JsonObject } from '../../../fake-service/json.ts'
import type { RecordType } from '../record-types/record-types.ts'
import type { CompanySettings } from './company-settings.ts'

export interface Change {
  type: RecordType
  operation: 'create' | 'update' | 'delete'
  /** The record as it stands after the change; for a delete, as it last stood. */
  record: JsonObject
  changed: string[]
}

/** One write, whole. */
export interface Commit {
  type: 'commit'
  realm: string
  at: string
  by: 'api' | 'person'
  change: Change
  /** What the change brings with it in other records: orders are moved by their receipts and bills. */
  also?: Change[]
}

export interface CompanyMade {
  type: 'company'
  realm: string
  name: string
  at: string
  records: { type: RecordType; record: JsonObject }[]
}

export interface SettingsChanged {
  type: 'settings'
  realm: string
  settings: Partial<CompanySettings>
}

/** What an administrator sets up for access without a person: whose public key signs for which client. */
export interface CertificateMade {
  type: 'certificate'
  realm: string
  id: string
  client: string
  publicKey: string
  at: string
}

/** What was asked for asynchronously, and what became of it. */
export interface Job {
  type: 'job'
  realm: string
  id: string
  key?: string
  at: number
  answer: { status: number; body?: JsonObject; headers?: Record<string, string> }
}

/** Very many vendors and items at one go; which ones is known without writing them down. */
export interface CrowdMade {
  type: 'crowd'
  realm: string
  at: string
  vendors: number
  items: number
}

export type BooksRecord =
  | Commit
  | Job
  | CrowdMade
  | CompanyMade
  | SettingsChanged
  | CertificateMade
  | GrantRecord
