export type Layer = 'unit' | 'architecture' | 'integration' | 'faults' | 'browser'

/** One test that ran, from whichever runner. */
export interface ShownTest {
  title: string
  file: string
  layer: Layer
  outcome: 'passed' | 'failed' | 'skipped'
}

/** A row of the source table, kept in test/fixtures/behaviours.json. */
export interface Behaviour {
  id: string
  kind: string
  text: string
}

const id = /\b(?:S[0-4]|G)-\d\d\b/g

export const idsIn = (title: string): string[] => [...new Set(title.match(id) ?? [])]
