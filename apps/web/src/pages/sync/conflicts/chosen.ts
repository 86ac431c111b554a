import type { ConflictResolution, ConflictView } from '@fieldledger/contract'
import { type RecordField, recordFields } from '../../catalogue/record-fields.ts'
import { recordProblem } from '../../catalogue/record-problem.ts'

/** What a person has chosen for one field so far. */
export interface Chosen {
  take: 'ours' | 'theirs' | 'other'
  value: string
  always: boolean
}
export type ChosenByField = Readonly<Record<string, Chosen | undefined>>

export function resolutionOf(chosen: ChosenByField): ConflictResolution {
  const choices: ConflictResolution['choices'] = {}
  const always: Record<string, 'ours' | 'theirs'> = {}
  for (const [field, choice] of Object.entries(chosen)) {
    if (choice === undefined || !isComplete(choice)) continue
    choices[field] = choice.take === 'other' ? { value: choice.value.trim() } : choice.take
    if (choice.always && choice.take !== 'other') always[field] = choice.take
  }
  return { choices, ...(Object.keys(always).length > 0 ? { always } : {}) }
}

function isComplete({ take, value }: Chosen): boolean {
  return take !== 'other' || value.trim() !== ''
}

const lists = { vendor: 'vendors', material: 'materials' } as const

/** The field as the record's own form asks for it. */
export function fieldOf(kind: ConflictView['kind'], name: string): RecordField {
  return recordFields[lists[kind]].find((one) => one.name === name) ?? { name, label: name }
}

/** Why another value would be refused, before it is sent. */
export function problemOf(kind: ConflictView['kind'], of: { name: string; chosen: Chosen | undefined }) {
  if (of.chosen?.take !== 'other') return undefined
  return recordProblem(lists[kind], { field: fieldOf(kind, of.name), value: of.chosen.value })
}
