import { LedgerUnavailable } from '@fieldledger/accounting'

const mostTries = 5

/** Begins anew as often as a record was changed once more, on either side, between reading and writing. */
export async function untilAgreed(what: 'supplier' | 'item', once: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) if (await once()) return
  throw new LedgerUnavailable(
    `This ${what} is being changed on both sides at this moment. Fieldledger tries again by itself.`,
  )
}
