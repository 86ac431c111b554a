import type { Family, RecordType } from './record-types.ts'

/** What a field takes. References are `{ id }` or `{ externalId }`; choices too, by the id of one of few words. */
export type Field =
  | { type: 'text'; limit: number }
  | { type: 'number' | 'flag' | 'day' | 'object' }
  /** Kept by the ledger itself; what is sent for it is ignored. */
  | { type: 'readOnly'; words?: Readonly<Record<string, string>> }
  /** `only`: of one kind of record in that family. */
  | { type: 'reference' | 'references'; to: Family; only?: RecordType }
  | { type: 'choice'; words: Readonly<Record<string, string>> }

export type Fields = Readonly<Record<string, Field>>

export const text = (limit: number): Field => ({ type: 'text', limit })
export const number: Field = { type: 'number' }
export const flag: Field = { type: 'flag' }
export const day: Field = { type: 'day' }
export const readOnly: Field = { type: 'readOnly' }
/** A subrecord, kept as it is sent. */
export const object: Field = { type: 'object' }
export const reference = (to: Family, only?: RecordType): Field => ({
  type: 'reference',
  to,
  ...(only && { only }),
})
export const references = (to: Family): Field => ({ type: 'references', to })
export const choice = (words: Readonly<Record<string, string>>): Field => ({ type: 'choice', words })

/** What every record has. */
export const everyRecord: Fields = {
  externalId: text(255),
  isInactive: flag,
  lastModifiedDate: readOnly,
  dateCreated: readOnly,
}
