import type { EditRule } from '@fieldledger/accounting'

/**
 * The service itself takes any change. What a bill or a payment counts on is kept from here nevertheless: it would be
 * billed, or was paid, as it stood then.
 */
export const edits = {
  order: [
    { standing: 'open', words: 'is open', stays: 'nothing' },
    {
      standing: 'partly-billed',
      words: 'is linked to a bill',
      // “A bill can be linked to purchase orders of the same vendor only.”
      stays: ['party'],
      instead: 'Put the vendor back on the form and send it again, or remove the bill in QuickBooks first.',
    },
    {
      standing: 'closed',
      words: 'is closed',
      stays: 'everything',
      instead: 'Open it again in QuickBooks, then send the changes, or leave it as it is.',
    },
  ],
  bill: [
    { standing: 'open', words: 'is open', stays: 'nothing' },
    {
      standing: 'paid',
      words: 'is paid, wholly or in part,',
      stays: 'everything',
      instead:
        'Remove the payment in QuickBooks, then send the changes; or change the bill there, or enter a vendor credit.',
    },
  ],
} as const satisfies Record<string, EditRule[]>
