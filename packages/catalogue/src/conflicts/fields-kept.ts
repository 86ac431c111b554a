import { type ItemField, itemFields } from '@fieldledger/workflow'
import type { LinkConflict, LinkRecord } from '../records/link-record.ts'
import type { Choices } from './resolve-conflict.ts'

/** Fields of an item that stay as they are here, though the ledger has another value, until it changes that one. Pure. */
export function fieldsKept(
  { kept = [] }: Pick<LinkRecord, 'kept'>,
  { decided, choices }: { decided: readonly Pick<LinkConflict, 'field'>[]; choices: Choices },
): ItemField[] {
  const isDecided = new Set(decided.map(({ field }) => field))
  return itemFields.filter((field) =>
    isDecided.has(field) ? choices[field] !== 'theirs' : kept.includes(field),
  )
}
