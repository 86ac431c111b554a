import type { FileImportAnswer } from '@fieldledger/contract'
import type { StatusTone } from '@fieldledger/ui'

export type FileOutcomeName = keyof FileImportAnswer['counts']

/** What needs eyes first. */
export const outcomes: readonly FileOutcomeName[] = ['bad', 'changed', 'new', 'unchanged']

export const outcomeTones: Record<FileOutcomeName, StatusTone> = {
  bad: 'warning',
  changed: 'good',
  new: 'good',
  unchanged: 'grey',
}
