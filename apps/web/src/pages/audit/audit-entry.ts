/** A row of GET /audit */
export interface AuditEntry {
  id: string
  at: string
  who: string
  what: string
  target?: string | null
  targetName?: string | null
  result: string
  before?: unknown
  after?: unknown
}
