import type { ReplayPlanView, RunView } from '@fieldledger/contract'

const states: Record<RunView['state'], string> = {
  active: 'Under way',
  paused: 'Paused',
  'needs-attention': 'Needs attention',
  finished: 'Finished',
  stopped: 'Stopped',
  quarantined: 'Set aside',
}

const does: Record<ReplayPlanView['sends'][number]['does'], (number: string) => string> = {
  skip: (number) => `Skip: already there as #${number}`,
  send: () => 'Send',
  update: (number) => `Update #${number}`,
  'under-way': () => 'Nothing new: it is on its way',
  stopped: () => 'Nothing: a person stopped it',
  'no-connection': () => 'Fails: there is no active connection',
}

const outcomes: Record<string, string> = {
  split: 'Went several ways',
  meet: 'Arrived, waits for the others',
  fail: 'Failed',
  end: 'Finished',
}

/** Words of the Run tab. */
export const messages = {
  states,
  does,
  outcomes,
  step: 'Step',
  result: 'Result',
  at: 'When',
  standsHere: 'Stands here',
  next: 'looked at again',
  state: 'State',
  version: (version: number) => `Version ${version} of the workflow`,
  onCanvas: 'See it on the workflow',
  retry: 'Try again from here',
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop the run',
  stopReason: 'Stopped by hand on the submission page.',
  replay: 'Replay…',
  paused: 'The workflow is paused: no step is taken until you resume it.',
  resumed: 'The workflow goes on.',
  stopped: 'The workflow is stopped.',
  retried: 'It is tried again.',
  replayTitle: 'Replay the workflow',
  replayHint:
    'A new run starts at the step that you choose; the one under way stops. No document is made a second time.',
  from: 'From the step',
  onVersion: 'On',
  same: (version: number) => `The same version (${version})`,
  latest: (version: number) => `The latest version (${version})`,
  ledgers: 'In the ledgers',
  noSends: 'No step from there on hands anything to a ledger.',
  replayDo: 'Replay',
  replayed: 'The workflow runs again. Watch the timeline.',
  close: 'Close',
  tryAgain: 'Try again',
}
