import type { ConflictResolution } from '@fieldledger/contract'

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
