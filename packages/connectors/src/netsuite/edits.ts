import type { EditRule } from '@fieldledger/accounting'

const movedOn = 'Change it in NetSuite, or leave it as it is.'

/** Reference §3.3. What was received or billed of an order stays on its lines there. */
export const edits = {
  order: [
    { standing: 'open', words: 'is open', stays: 'nothing' },
    { standing: 'awaiting-approval', words: 'awaits approval', stays: 'nothing' },
    { standing: 'rejected', words: 'is rejected', stays: 'nothing' },
    { standing: 'begun', words: 'is received or billed in part', stays: 'everything', instead: movedOn },
    { standing: 'received', words: 'is received', stays: 'everything', instead: movedOn },
    { standing: 'billed', words: 'is fully billed', stays: 'everything', instead: movedOn },
    {
      standing: 'closed',
      words: 'is closed',
      stays: 'everything',
      instead: 'Open its lines again in NetSuite, then send the changes, or leave it as it is.',
    },
  ],
  receipt: [
    {
      standing: 'received',
      words: 'is in the stock',
      stays: 'everything',
      instead: 'Cancel it here and make a new one, or change it in NetSuite.',
    },
  ],
  // Whether a part of a bill is paid does not stand in it: then the service refuses what goes below that part.
  bill: [
    { standing: 'open', words: 'is open', stays: 'nothing' },
    { standing: 'awaiting-approval', words: 'awaits approval', stays: 'nothing' },
    { standing: 'rejected', words: 'is rejected', stays: 'nothing' },
    {
      standing: 'paid',
      words: 'is paid',
      stays: 'everything',
      instead: 'Remove the payment in NetSuite, then send the changes; or enter a vendor credit there.',
    },
  ],
} as const satisfies Record<string, EditRule[]>
