import type { VisitState } from '@fieldledger/contract'
import type { StatusTone } from '@fieldledger/ui'

export const messages = {
  back: 'Runs',
  numberFollows: 'Number follows',
  version: (version: number) => `Version ${version} of the workflow, as it was when this run began.`,
  openForm: 'Open the form',
  manage: 'Retry, pause or stop',
  canvas: 'The run on its workflow',
  steps: 'Steps',
  stepsHint: 'Choose one to see what went into it and what came out.',
  allSteps: 'All steps',
  notReached: 'This run has not come here.',
  visit: (visit: number) => `Visit ${visit}`,
  arrived: 'Arrived',
  took: 'Took',
  outlet: 'By',
  waitsFor: 'Waits for',
  atStep: (name: string) => `at “${name}”, which runs one at a time`,
  waitsForPaused: 'It is paused: resume or stop its run, then this one goes on.',
  next: 'Looked at again',
  attempts: 'Attempts',
  input: 'Input',
  inputHint: (revision: number) => `Revision ${revision} of the form, and these settings:`,
  usedHint: 'The values that it worked with, as they were then.',
  empty: '(empty)',
  output: 'Output',
  yes: 'Yes',
  no: 'No',
  openThere: 'Open it there',
  asked: 'Asked',
  ledger: 'In the ledger',
  effect: (operation: string, state: string) =>
    `${operations[operation] ?? operation}: ${effectStates[state] ?? state}`,
  sends: (sends: number) => (sends === 1 ? 'sent once' : `sent ${sends} times`),
  nextTry: 'next try',
  log: 'Open the integration log',
  retry: 'Try again',
}

/** What steps leave, by the names of their results. */
export const outputNames: Readonly<Record<string, string>> = {
  number: 'Number',
  url: 'Address',
  sent: 'Sent',
  status: 'Status',
  contentType: 'Kind of answer',
  text: 'Answer',
  cut: 'Cut off',
  label: 'Label',
  decision: 'Decision',
  reason: 'Reason',
}

const operations: Readonly<Record<string, string>> = {
  create: 'The document',
  update: 'The change',
  cancel: 'Taking it back',
}

const effectStates: Readonly<Record<string, string>> = {
  planned: 'to be sent',
  sending: 'being sent',
  confirmed: 'arrived',
  rejected: 'refused',
  unknown: 'not known whether it arrived',
  'not-created': 'did not arrive',
  'needs-person': 'needs a person',
  stopped: 'stopped',
  superseded: 'carried by a later one',
}

/** What a visit came to, in the words and colours of every page. */
export const visitStates: Record<VisitState, { word: string; tone: StatusTone }> = {
  left: { word: 'Done', tone: 'good' },
  works: { word: 'Working', tone: 'moving' },
  waits: { word: 'Waiting', tone: 'waiting' },
  retries: { word: 'Tries again', tone: 'warning' },
  failed: { word: 'Failed', tone: 'bad' },
  stopped: { word: 'Stopped', tone: 'grey' },
}

/** "850 ms", "12 s", "3 min 5 s", "2 h 4 min", "3 d 2 h" */
export function durationInWords(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return `${hours} h ${minutes % 60} min`
  return `${Math.floor(hours / 24)} d ${hours % 24} h`
}
