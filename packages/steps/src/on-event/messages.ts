export const messages = {
  events: 'Starts when a form is',
  words: {
    approved: 'Approved',
    rejected: 'Rejected',
    cancelled: 'Cancelled',
    revised: 'Revised',
    'status-changed': 'Given another document status, whichever',
    'label-changed': 'Labelled anew',
    'in-ledger': 'In the ledger, verified',
  },
  label: 'Only when the label becomes',
  anyLabel: 'Any label',
  paused: 'Paused: what happens meanwhile starts nothing.',
  loops:
    'What the steps of this workflow do to the form are events too. A chain of more than 5 starts, each caused by the one before, is stopped and shown under Needs attention.',
}
