import type { EditRule } from '@fieldledger/accounting'

const unapproved = [
  { standing: 'draft', words: 'is a draft', stays: 'nothing' },
  { standing: 'awaiting-approval', words: 'awaits approval', stays: 'nothing' },
] as const satisfies EditRule[]

/** Reference §2.4. Of an approved bill the service takes some changes yet; whoever approved it there has not seen them. */
export const edits = {
  order: [
    ...unapproved,
    { standing: 'approved', words: 'is approved', stays: 'nothing' },
    {
      standing: 'billed',
      words: 'is billed',
      stays: 'everything',
      instead: 'Change the bill in Xero, or leave the order as it is.',
    },
  ],
  bill: [
    ...unapproved,
    {
      standing: 'approved',
      words: 'is already approved',
      stays: 'everything',
      instead: 'Change the bill in Xero, or cancel it here and send a new one.',
    },
    {
      standing: 'paid',
      words: 'is already paid',
      stays: 'everything',
      instead: 'Remove the payment in Xero first, or make a credit note there.',
    },
  ],
} as const satisfies Record<string, EditRule[]>
