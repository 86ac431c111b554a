import type { RunState } from '../ports/run-store.ts'

/** Every state that a person can still end. */
export const unfinished: readonly RunState[] = ['active', 'paused', 'needs-attention', 'quarantined']
