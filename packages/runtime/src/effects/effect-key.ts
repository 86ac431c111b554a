import { createHash } from 'node:crypto'
import type { DocumentKind } from '@fieldledger/accounting'

/** What makes a create effect unique: no revision, no step and no attempt in it (DESIGN §4). */
export function documentKey(document: {
  connectionId: string
  submissionId: string
  documentKind: DocumentKind
  part: string
  generation: number
}): string {
  const { connectionId, submissionId, documentKind, part, generation } = document
  return ['create', connectionId, submissionId, documentKind, part, generation].join('|')
}

/** Updates and cancels belong to one create effect and one revision. */
export function laterKey(later: {
  operation: 'update' | 'cancel'
  createId: string
  revision: number
}): string {
  return [later.operation, later.createId, later.revision].join('|')
}

/** An order is set billed, and open again, as often as its bills say so. */
export function markKey({ createId, earlier }: { createId: string; earlier: number }): string {
  return ['mark', createId, earlier].join('|')
}

/** Two orders cannot both create "Copper pipe" in one ledger. */
export function recordKey(record: { kind: 'item' | 'vendor'; connectionId: string; name: string }): string {
  return [record.kind, record.connectionId, normalisedName(record.name)].join('|')
}

export function normalisedName(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

/** The same for every try of one attempt group; fits every ledger's limit for such keys. */
export function requestKey(effect: {
  companyId: string
  connectionId: string
  id: string
  attemptGroup: number
}): string {
  const { companyId, connectionId, id, attemptGroup } = effect
  const digest = createHash('sha256').update([companyId, connectionId, id, attemptGroup].join('|')).digest()
  return base32(digest).slice(0, 36)
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{5}/g) ?? []
  return groups.map((group) => alphabet[Number.parseInt(group, 2)]).join('')
}
