import type { DocumentCapability } from './capabilities.ts'

/** Whether such a document can be changed from here at all, in whichever standing. */
export function mayBeChanged({ edits }: Pick<DocumentCapability, 'edits'>): boolean {
  return edits.some(({ stays }) => stays !== 'everything')
}
