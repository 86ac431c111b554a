import { createHash } from 'node:crypto'
import type { LedgerDocument } from '@fieldledger/accounting'
import type { SendRequest } from '@fieldledger/workflow'

/**
 * Identity of what a document says. Names and revision tokens of references are not part of it: the ledger changes them;
 * nor is what it says was dropped, which the next draft of the same values has no reason to say again; nor is the way back
 * to the form, which is another one as soon as the server moves.
 */
export function documentHash(document: LedgerDocument): string {
  return digest(withoutLabels(document))
}

/** Identity of the mapping and options by which a document is drafted. */
export function requestHash({
  mapping,
  unlinkedItems,
}: Pick<SendRequest, 'mapping' | 'unlinkedItems'>): string {
  return digest({ mapping, unlinkedItems })
}

export function digest(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex')
}

const saysNothing: ReadonlySet<string> = new Set(['dropped', 'backLink'])

function withoutLabels(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLabels)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(
      ([name]) => !saysNothing.has(name) && !('id' in value && (name === 'name' || name === 'revision')),
    )
    .map(([name, part]) => [name, withoutLabels(part)])
  return Object.fromEntries(entries)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`
}
