import type { TimelineParams } from './timeline-entry.ts'

export type TimelineTone = 'neutral' | 'progress' | 'good' | 'warning' | 'bad'

/** How one code reads. */
export interface Message {
  tone: TimelineTone
  text: (params: TimelineParams) => string
  /** Further lines, each a sentence. */
  details?: (params: TimelineParams) => string[]
}

export const withNote = (note: unknown) => (typeof note === 'string' && note !== '' ? [`“${note}”`] : [])
export const listed = (value: unknown) => (typeof value === 'string' && value !== '' ? value.split('\n') : [])
export const inWords = (all: readonly string[]) =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
