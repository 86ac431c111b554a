import type { StatusTone } from '@fieldledger/ui'

/** Where a run is, in the words of every page. */
const runStates: Readonly<Record<string, { word: string; tone: StatusTone }>> = {
  active: { word: 'Under way', tone: 'waiting' },
  paused: { word: 'Paused', tone: 'grey' },
  'needs-attention': { word: 'Needs attention', tone: 'warning' },
  quarantined: { word: 'Set aside', tone: 'bad' },
  finished: { word: 'Finished', tone: 'good' },
  stopped: { word: 'Stopped', tone: 'grey' },
}

export function runState(state: string): { word: string; tone: StatusTone } {
  return runStates[state] ?? { word: state, tone: 'grey' }
}

export const runStateOptions = [
  'active',
  'paused',
  'needs-attention',
  'quarantined',
  'finished',
  'stopped',
].map((value) => ({ value, label: runState(value).word }))
