import {
  type CallScope,
  type LedgerDriver,
  LedgerUnavailable,
  type Operations,
  type RemoteDocument,
} from '@fieldledger/accounting'

/** The document as it stands in the ledger now; null = it is not there. An answer about another one is not believed. */
export async function readDocument(
  driver: LedgerDriver,
  { scope, ...input }: Operations['document.get']['in'] & { scope: CallScope },
): Promise<RemoteDocument | null> {
  const found = await driver.run({ operation: 'document.get', input, scope })
  if (found === null || found.reference.id === input.reference.id) return found
  throw new LedgerUnavailable(
    'The ledger answered about another document than the one that was asked for. Fieldledger asks again by itself; if it stays so, tell support.',
  )
}
